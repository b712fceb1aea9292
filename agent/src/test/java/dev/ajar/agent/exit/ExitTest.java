package dev.ajar.agent.exit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ajar.agent.catalog.Point;
import dev.ajar.agent.catalog.Rule;
import dev.ajar.agent.catalog.Value;
import dev.ajar.agent.jdk.JdkAccess;
import dev.ajar.agent.track.Clock;
import dev.ajar.agent.track.Probe;
import dev.ajar.agent.track.Stacks;
import dev.ajar.agent.track.TrackedType;
import dev.ajar.agent.track.Tracker;
import dev.ajar.ledger.Contract;
import dev.ajar.ledger.Ledger;
import dev.ajar.ledger.LedgerReader;
import dev.ajar.ledger.LedgerWriter;
import dev.ajar.ledger.ResourceType;
import dev.ajar.ledger.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExitTest {

  @TempDir Path directory;
  private final Clock clock = new Clock(System.currentTimeMillis(), System.nanoTime());
  private Path file;
  private LedgerWriter ledger;
  private Tracker tracker;

  @BeforeEach
  void begin() {
    file = directory.resolve("run.ledger");
    ledger = LedgerWriter.open(file, 100, 1);
    tracker = new Tracker(ledger, clock, new Stacks(32, null), () -> true);
  }

  @Test
  void says_nothing_and_leaves_nothing_where_no_known_client_was_met() throws IOException {
    new Exit(ledger, tracker, clock, true, directory + "/ajar").run();

    assertThat(files()).isEmpty();
  }

  @Test
  void writes_the_report_and_removes_the_ledger() throws IOException {
    open(new Object());
    runOn("DestroyJavaVM", new Exit(ledger, tracker, clock, false, directory + "/ajar"));

    assertThat(files()).containsExactly(directory.resolve("ajar.json"));
    JsonNode json = json("ajar.json");
    assertThat(json.at("/summary/clients/opened").asInt()).isEqualTo(1);
    assertThat(json.at("/header/nature").asText()).isEqualTo("exit");
    assertThat(json.at("/header/endedBy").asText()).isEqualTo("last thread done");
  }

  @Test
  void writes_no_file_where_none_is_wanted() throws IOException {
    open(new Object());
    new Exit(ledger, tracker, clock, false, null).run();

    assertThat(files()).isEmpty();
  }

  @Test
  void keeps_the_ledger_when_the_report_cannot_be_written() throws IOException {
    open(new Object());
    runOn("SIGTERM handler", new Exit(ledger, tracker, clock, false, file + "/ajar"));

    assertThat(files()).containsExactly(file);
    Ledger kept = LedgerReader.read(file);
    assertThat(kept.end()).isNotNull().matches(end -> end.how().equals("SIGTERM"));
    assertThat(kept.sites()).singleElement().matches(site -> site.counts().opened() == 1);
  }

  @Test
  void writes_the_report_although_the_thread_was_interrupted() throws IOException {
    open(new Object());
    Thread.currentThread().interrupt();
    new Exit(ledger, tracker, clock, false, directory + "/ajar").run();

    assertThat(Thread.interrupted()).isFalse();
    assertThat(json("ajar.json").at("/summary/clients/opened").asInt()).isEqualTo(1);
  }

  @Test
  void runs_among_the_shutdown_hooks_where_the_jdk_refuses_and_says_so() throws Exception {
    JdkAccess jdk = new JdkAccess(ByteBuddyAgent.install());
    Exit.register(jdk, new Exit(LedgerWriter.open(null, 1, 1), tracker, clock, false, null), 20);
    Exit.register(jdk, new Exit(ledger, tracker, clock, false, null), 20); // the slot is taken now

    assertThat(ledger.read().problems())
        .singleElement()
        .asString()
        .startsWith("the report was made among the application's shutdown hooks, not after them: ");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }

  private JsonNode json(String name) throws IOException {
    return new ObjectMapper().readTree(directory.resolve(name).toFile());
  }

  private void open(Object client) {
    Value self = new Value(Value.Start.SELF, "", List.of());
    Point point =
        new Point(
            "acme/Http", "<init>", Point.Event.OPEN, self, Point.Meaning.NOTHING, null, false);
    ResourceType type =
        new ResourceType(
            "Acme",
            "Acme client",
            "acme.Http",
            Role.CLIENT,
            Contract.MUST,
            "Why.",
            "Do.",
            List.of("acme."));
    Rule rule = new Rule(type, false, false, false, List.of(), List.of(point));
    new Probe(tracker, new TrackedType(rule, ledger), point).accept(client, null);
  }

  private static void runOn(String thread, Runnable body) {
    AtomicBoolean died = new AtomicBoolean();
    Thread ending = new Thread(body, thread);
    ending.setUncaughtExceptionHandler((unused, e) -> died.set(true));
    ending.start();
    try {
      ending.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    assertThat(died).isFalse();
  }
}
