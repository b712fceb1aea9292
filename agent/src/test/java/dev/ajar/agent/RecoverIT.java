package dev.ajar.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ajar.agent.fork.Fork;
import dev.ajar.agent.fork.Jdk;
import dev.ajar.agent.fork.Outcome;
import dev.ajar.agent.fork.Program;
import dev.ajar.agent.fork.Report;
import dev.ajar.agent.fork.Running;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is recovered of a process that was killed says what its twin said, which ended well. */
class RecoverIT {

  private static final List<Path> CLIENTS =
      List.of(
          Program.client("apache-httpclient-4/httpclient-4.5.14"),
          Program.client("apache-httpclient-5/httpclient5-5.6.5"),
          Program.client("okhttp/okhttp-jvm-5.5.1"));

  private static final List<String> WORKS =
      List.of(
          "OpenPiledUp",
          "PartialResponse",
          "ChurnPerCall",
          "ClosedTooEarly",
          "SharedManager",
          "Threw");

  /** What no two processes have in common, and what only the end of a JVM can measure. */
  private static final List<String> OWN =
      List.of("number", "firstOpened", "lastOpened", "perSecond", "holds");

  @TempDir static Path classes;

  @TempDir Path directory;

  private String[] startedBy = {};

  @BeforeAll
  static void compile() {
    for (String sources : List.of("kinds", "closes", "twins")) {
      Program unused = Program.compile(sources, CLIENTS, classes);
    }
  }

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void says_of_the_dead_what_their_twins_said(Jdk jdk) throws IOException {
    Path live = Files.createDirectory(directory.resolve("live"));
    Path recovered = Files.createDirectory(directory.resolve("recovered"));
    Map<String, Report> twins = new TreeMap<>();
    for (String work : WORKS) {
      Running killed = start(jdk, live, "kill", work);
      Running halted = start(jdk, live, "halt", work);
      Outcome ended = start(jdk, live, "exit", work).end();
      assertThat(halted.end().reports()).isEmpty();
      assertThat(killed.awaitLine("ready").signal("KILL").end().status()).isEqualTo(137);
      assertThat(ended.status()).as(ended.stderr()).isZero();
      twins.put(work, Report.of(ended));
    }

    Outcome command = recover(jdk, live.toString(), "-o", recovered.toString(), "--delete");

    assertThat(command.stderr()).isEmpty();
    assertThat(command.status()).isEqualTo(1);
    assertThat(live).isEmptyDirectory();
    Map<String, Path> reports = reports(recovered);
    assertThat(reports).hasSize(2 * WORKS.size());
    for (String work : WORKS) {
      JsonNode twin = twins.get(work).at("");
      assertThat(findings(twin)).as(work).isNotEmpty();
      for (String how : List.of("kill", "halt")) {
        Report report = Report.read(reports.get(how + "-" + work));
        assertThat(report.at("/header/nature").asText()).isEqualTo("recovered");
        assertThat(report.at("/header/unknown")).isNotEmpty();
        assertThat(report.failings()).isEmpty();
        assertThat(findings(report.at(""))).as(how + " " + work).isEqualTo(findings(twin));
        assertThat(report.at("/summary")).as(how + " " + work).isEqualTo(twin.get("summary"));
      }
    }
  }

  /** On this machine, and in a container that sees the directory but none of the processes. */
  static Stream<Arguments> places_of_the_command() throws Exception {
    Arguments beside = Arguments.of(List.of());
    Arguments apart = Arguments.of(List.of("unshare", "-rpf", "--mount-proc"));
    boolean namespaces =
        new ProcessBuilder("unshare", "-rpf", "--mount-proc", "true").start().waitFor() == 0;
    return namespaces ? Jdk.withEach(beside, apart) : Jdk.withEach(beside);
  }

  @ParameterizedTest
  @MethodSource("places_of_the_command")
  void leaves_the_living_alone(Jdk jdk, List<String> starter) throws IOException {
    startedBy = starter.toArray(new String[0]);
    Path live = Files.createDirectory(directory.resolve("live"));
    Path recovered = Files.createDirectory(directory.resolve("recovered"));
    Running running = start(jdk, live, "wait", "SharedManager").awaitLine("ready");
    Running dead = start(jdk, live, "kill", "OpenPiledUp").awaitLine("ready");
    dead.signal("KILL").end();

    Outcome command = recover(jdk, live.toString(), "-o", recovered.toString(), "--delete");

    assertThat(command.stderr())
        .matches("ajar-reports: .*: left, its process runs: pid " + running.pid() + "\n");
    assertThat(command.stdout()).contains("recovered: it left no word of its end", "\nunknown ");
    assertThat(reports(recovered)).containsOnlyKeys("kill-OpenPiledUp");
    Outcome named = recover(jdk, ledgers(live).get(0).toString());
    assertThat(named.status()).isEqualTo(2);
    assertThat(named.stdout()).isEmpty();
    assertThat(ledgers(live)).hasSize(1);

    assertThat(running.signal("TERM").end().reports()).hasSize(1);
    assertThat(live).isEmptyDirectory();
    assertThat(recover(jdk, live.toString()).stderr())
        .endsWith(": no ledger of a process that is gone\n");
  }

  private Running start(Jdk jdk, Path live, String how, String work) {
    Fork fork = Fork.of(jdk, own(how + "-" + work)).classPath(classes);
    CLIENTS.forEach(fork::classPath);
    return fork.agent("quiet,live=" + live + ",service=" + how + "-" + work)
        .start("Twin", how, work);
  }

  private Outcome recover(Jdk jdk, String... arguments) {
    List<String> all = new ArrayList<>();
    all.addAll(List.of(System.getProperty("ajar.reportsJar"), "recover"));
    all.addAll(List.of(arguments));
    return Fork.of(jdk, own("command")).startedBy(startedBy).withoutAgent().run("-jar", all);
  }

  /** Findings and information by fingerprint and kind, without what is each process's own. */
  private static Map<String, String> findings(JsonNode report) {
    Map<String, String> findings = new TreeMap<>();
    for (String list : List.of("findings", "information")) {
      for (JsonNode finding : report.get(list)) {
        ObjectNode common = finding.deepCopy();
        common.remove(OWN);
        ((ObjectNode) common.get("requests")).remove(List.of("first", "last"));
        if (common.get("churn").isObject()) {
          ((ObjectNode) common.get("churn")).remove("medianLifeMillis");
        }
        String key = finding.get("fingerprint").asText() + " " + finding.get("kind").asText();
        String text = list + common.toPrettyString().replaceAll("127.0.0.1:\\d+", "127.0.0.1");
        assertThat(findings.put(key, text)).isNull();
      }
    }
    return findings;
  }

  private Path own(String name) {
    try {
      return Files.createDirectories(directory.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By the service that they are of. */
  private static Map<String, Path> reports(Path in) throws IOException {
    Map<String, Path> reports = new TreeMap<>();
    try (Stream<Path> files = Files.list(in)) {
      files.forEach(file -> reports.put(Report.read(file).at("/header/service").asText(), file));
    }
    return reports;
  }

  private static List<Path> ledgers(Path in) throws IOException {
    try (Stream<Path> files = Files.list(in)) {
      return files.toList();
    }
  }
}
