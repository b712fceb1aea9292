package dev.ajar.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.agent.fork.Fork;
import dev.ajar.agent.fork.Jdk;
import dev.ajar.agent.fork.Outcome;
import dev.ajar.agent.fork.Program;
import dev.ajar.agent.fork.Running;
import dev.ajar.ledger.Ledger;
import dev.ajar.ledger.LedgerReader;
import dev.ajar.ledger.Loss;
import dev.ajar.ledger.Role;
import dev.ajar.ledger.SiteKind;
import dev.ajar.report.Nature;
import dev.ajar.report.Report;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code kill -9} at random moments under load: each opening and each close that had returned when
 * the program last said so is in the ledger. The property {@code ajar.kills} tells how often, on
 * each JDK; {@code ajar.kills.seed} repeats a run.
 */
@Execution(ExecutionMode.CONCURRENT)
class KillsIT {

  private static final int KILLS = Integer.getInteger("ajar.kills", 200);
  private static final long SEED = Long.getLong("ajar.kills.seed", System.nanoTime());
  private static final int SHOWN_EACH = 50;
  private static final Path CLIENT = Program.client("apache-httpclient-5/httpclient5-5.6.5");

  private static final int RECORD_BYTES = 40;
  private static final int MOST_RECORDS = 1_000;
  private static final int LONGEST_START_MILLIS = 1_000;

  @TempDir static Path classes;

  @TempDir Path directory;

  @BeforeAll
  static void compile() {
    Program unused = Program.compile("kills", List.of(CLIENT), classes);
  }

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  /** Calls that had returned, or that a ledger knows of. */
  private record Calls(long ownOpened, long ownClosed, long opened, long closed) {

    Calls plus(Calls other) {
      return new Calls(
          ownOpened + other.ownOpened,
          ownClosed + other.ownClosed,
          opened + other.opened,
          closed + other.closed);
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void what_had_returned_is_in_the_ledger(Jdk jdk) throws IOException {
    System.out.println(jdk + ": " + KILLS + " kills, ajar.kills.seed=" + SEED);
    Random random = new Random(SEED);
    Calls all = new Calls(0, 0, 0, 0);
    int early = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      long seed = random.nextLong();
      Path own = Files.createDirectory(directory.resolve("kill-" + kill));
      Outcome outcome = kill(jdk, own, new Random(seed));
      Calls returned = returned(outcome);
      assertInLedger(returned, outcome, "kill " + kill + " with seed " + seed);
      if (kill % SHOWN_EACH == 0 && returned.ownOpened > 0) {
        assertShown(jdk, outcome);
      }
      all = all.plus(returned);
      early += returned.ownOpened == 0 ? 1 : 0;
      delete(own);
    }
    System.out.println(
        jdk
            + ": survived "
            + KILLS
            + " kills, "
            + early
            + " of them before the first word; "
            + all);
    assertThat(all.ownClosed).isPositive();
    assertThat(all.closed).isPositive();
  }

  private Outcome kill(Jdk jdk, Path own, Random random) throws IOException {
    Fork fork = Fork.of(jdk, own).agent("track=Kills$Own").classPath(classes).classPath(CLIENT);
    if (random.nextInt(4) > 0) {
      fork.jvm("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    }
    Running running = fork.start("Kills", Long.toString(random.nextLong()));
    if (random.nextInt(4) > 0) {
      awaitBytes(own.resolve("stdout"), (1L + random.nextInt(MOST_RECORDS)) * RECORD_BYTES);
      LockSupport.parkNanos(random.nextInt(1_000_000));
    } else { // whatever it does then
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST_START_MILLIS)));
    }
    return running.signal("KILL").end();
  }

  private static void awaitBytes(Path file, long bytes) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
    while (Files.size(file) < bytes) {
      assertThat(System.nanoTime() - deadline).as("the program goes on").isNegative();
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** The sum of what each thread last said. */
  private static Calls returned(Outcome outcome) {
    Map<Long, Calls> threads = new HashMap<>();
    ByteBuffer said = ByteBuffer.wrap(outcome.stdoutBytes());
    while (said.remaining() >= RECORD_BYTES) {
      threads.put(
          said.getLong(),
          new Calls(said.getLong(), said.getLong(), said.getLong(), said.getLong()));
    }
    return threads.values().stream().reduce(new Calls(0, 0, 0, 0), Calls::plus);
  }

  private static void assertInLedger(Calls returned, Outcome outcome, String which)
      throws IOException {
    assertThat(outcome.status()).as(which).isEqualTo(137);
    assertThat(outcome.stderr()).as(which).doesNotContainIgnoringCase("ajar");
    if (returned.ownOpened + returned.opened == 0) {
      return; // there may be no ledger yet
    }
    assertThat(outcome.ledgers()).as(which).hasSize(1);
    Ledger ledger = LedgerReader.read(outcome.ledgers().get(0));
    assertThat(ledger.damage()).as(which).isEmpty();
    assertThat(ledger.problems()).as(which).isEmpty();
    assertThat(ledger.losses().get(Loss.FAULTS)).as(which).isZero();
    Calls known = known(ledger);
    assertThat(known.ownOpened).as(which).isGreaterThanOrEqualTo(returned.ownOpened);
    assertThat(known.ownClosed).as(which).isGreaterThanOrEqualTo(returned.ownClosed);
    assertThat(known.opened).as(which).isGreaterThanOrEqualTo(returned.opened);
    assertThat(known.closed).as(which).isGreaterThanOrEqualTo(returned.closed);
    assertThat(known.ownOpened).as(which).isGreaterThanOrEqualTo(known.ownClosed);
    assertThat(Report.of(ledger, Nature.RECOVERED, 0).findings()).as(which).isNotNull();
  }

  private static Calls known(Ledger ledger) {
    Calls known = new Calls(0, 0, 0, 0);
    for (Ledger.Site site : ledger.sites()) {
      if (site.kind() == SiteKind.OPENING && site.type().role() == Role.CLIENT) {
        long opened = site.counts().opened();
        long closed = site.counts().closed();
        boolean own = site.type().className().equals("Kills$Own");
        known = known.plus(own ? new Calls(opened, closed, 0, 0) : new Calls(0, 0, opened, closed));
      }
    }
    return known;
  }

  /** By the command that users have. */
  private static void assertShown(Jdk jdk, Outcome killed) throws IOException {
    Outcome shown =
        Fork.of(jdk, Files.createDirectory(killed.directory().resolve("shown")))
            .withoutAgent()
            .run(
                "-jar",
                System.getProperty("ajar.reportsJar"),
                "show",
                killed.ledgers().get(0).toString());
    assertThat(shown.stderr()).isEmpty();
    assertThat(shown.stdout()).contains("recovered");
  }

  private static void delete(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
        Files.delete(file);
      }
    }
  }
}
