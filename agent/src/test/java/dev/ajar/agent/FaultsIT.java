package dev.ajar.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ajar.agent.fork.Fork;
import dev.ajar.agent.fork.Jdk;
import dev.ajar.agent.fork.Outcome;
import dev.ajar.agent.fork.Program;
import dev.ajar.agent.fork.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ends without an end, no memory, no room, a clock set back, exits at odd moments. What needs less
 * is in {@link DisasterIT}, {@link EndIT} and {@link HarmlessIT}, hooks that hang in {@link
 * HookWaitIT}. Mounts and processes with the number 1 need Linux, and root or user namespaces.
 */
@Execution(ExecutionMode.CONCURRENT)
class FaultsIT {

  private static final String FOUND = "5 × java.net.http client";
  private static final String OWN = "track=Faults$Own";
  private static final String GO_ON = "; exec \"$@\"";
  private static final int PLACES = 2_000;
  private static final int EXITS = Integer.getInteger("ajar.exits", 8);
  private static final Path CLIENT = Program.client("apache-httpclient-5/httpclient5-5.6.5");

  @TempDir static Path classes;
  @TempDir static Path shims;

  @TempDir Path directory;

  @BeforeAll
  static void compile() {
    Program unused = Program.compile("faults", List.of(CLIENT), classes);
  }

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  /** Each with the status that the JVM itself gives then. */
  static Stream<Arguments> sudden_ends() {
    return Jdk.withEach(
        Arguments.of("halt", 6, "-Dany"),
        Arguments.of("no-memory", 3, "-XX:+ExitOnOutOfMemoryError"),
        Arguments.of("no-memory", 134, "-XX:+CrashOnOutOfMemoryError"));
  }

  static Stream<Arguments> heaps() {
    return Jdk.withEach(Arguments.of("emptied"), Arguments.of("kept"));
  }

  static Stream<Arguments> full_disks() {
    return Jdk.withEach(
        Arguments.of("full", "No space left on device", mounted("size=1m")),
        Arguments.of(
            "places", "File too large", List.of("bash", "-c", "ulimit -f 256" + GO_ON, "bash")));
  }

  static Stream<Arguments> exits() {
    return Jdk.withEach(Arguments.of("beside"), Arguments.of("within"));
  }

  @ParameterizedTest
  @MethodSource("sudden_ends")
  void a_sudden_end_leaves_the_ledger(Jdk jdk, String how, int status, String flag) {
    Outcome outcome =
        fork(jdk)
            .startedBy("bash", "-c", "ulimit -c 0" + GO_ON, "bash")
            .jvm("-Xmx64m", flag)
            .run("Faults", how);

    assertThat(outcome.status()).isEqualTo(status);
    assertThat(outcome.said()).isEmpty();
    assertThat(outcome.reports()).isEmpty();
    assertThat(outcome.files()).noneMatch(file -> file.startsWith("core"));
    assertRecovered(jdk, outcome);
  }

  @ParameterizedTest
  @MethodSource("heaps")
  void a_full_heap_does_to_the_application_what_it_does_without_ajar(Jdk jdk, String end)
      throws IOException {
    Path bare = Files.createDirectory(directory.resolve("bare"));
    Outcome without = inFullHeap(Fork.of(jdk, bare).withoutAgent(), end);
    Outcome with = inFullHeap(fork(jdk).agent(OWN), end);

    assertThat(with.stdout()).isEqualTo(without.stdout()).startsWith("survived\n");
    assertThat(with.status()).isEqualTo(without.status()).isZero();
    if (end.equals("emptied")) {
      assertThat(with.said()).contains("3 × Faults$Own");
    }
    if (with.reports().isEmpty()) {
      assertThat(with.stderr()).contains("ajar: the report cannot be made: ");
      assertRecovered(jdk, with);
    } else {
      Report report = Report.of(with);
      assertThat(report.at("/summary/clients/opened").asLong()).isGreaterThanOrEqualTo(6);
      assertThat(with.ledgers()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("full_disks")
  void a_disk_that_fills_up_moves_the_ledger_to_the_heap(
      Jdk jdk, String how, String reason, List<String> starter) throws IOException {
    Files.createDirectory(directory.resolve("full"));
    Outcome outcome =
        fork(jdk)
            .startedBy(starter.toArray(new String[0]))
            .jvm("-XX:-UsePerfData")
            .agent(OWN + ",live=full")
            .run("Faults", how, "full/filler");

    assertThat(outcome.status()).isZero();
    assertThat(outcome.stdout()).isEqualTo("places made\n");
    assertThat(outcome.stderr().lines().filter(line -> line.startsWith("ajar: ")))
        .singleElement()
        .matches(line -> line.matches("ajar: the ledger is .*/full/ajar-\\d+-\\d+\\.ledger"));
    Report report = Report.of(outcome);
    assertThat(report.at("/header/ledger").asText())
        .matches("heap: full/ajar-\\d+-\\d+.ledger cannot grow: " + reason);
    assertThat(report.at("/summary/clients/open").asLong()).isEqualTo(5 + PLACES);
    assertThat(report.at("/losses")).isEmpty();
    assertThat(report.at("/damage")).isEmpty();
    assertThat(report.at("/problems")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void a_full_directory_of_reports_is_one_line_and_keeps_the_ledger(Jdk jdk) throws IOException {
    Files.createDirectory(directory.resolve("full"));
    Outcome outcome =
        fork(jdk)
            .startedBy(mounted("size=64k").toArray(new String[0]))
            .agent(OWN + ",output=full/report")
            .run("Faults", "full", "full/filler");

    assertThat(outcome.status()).isZero();
    assertThat(outcome.said()).contains(FOUND);
    assertThat(outcome.stderr().lines().filter(line -> line.startsWith("ajar: ")))
        .containsExactly(
            "ajar: the report cannot be written: full/report.json: No space left on device;"
                + " everything is in "
                + outcome.ledgers().get(0));
    assertRecovered(jdk, outcome);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void a_read_only_file_system_is_a_line_for_each_file(Jdk jdk) throws IOException {
    Files.createDirectory(directory.resolve("full"));
    Outcome outcome =
        fork(jdk)
            .startedBy(mounted("ro").toArray(new String[0]))
            .agent("live=full,output=full/report")
            .run("Faults", "return");

    assertThat(outcome.status()).isZero();
    assertThat(outcome.stdout()).isEqualTo("returns\n");
    assertThat(outcome.said())
        .contains(FOUND)
        .containsPattern(
            "\nledger    heap: full/ajar-\\d+-\\d+.ledger cannot be made: Read-only file system\n");
    assertThat(outcome.stderr().lines().filter(line -> line.startsWith("ajar: ")))
        .hasSize(2)
        .contains("ajar: the report cannot be written: full/report.json: Read-only file system")
        .anyMatch(line -> line.startsWith("ajar: the ledger is on the heap: full/ajar-"));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void the_process_may_be_number_1(Jdk jdk) {
    assertNamespaces();
    Fork fork = fork(jdk).startedBy("unshare", "-rpf", "--mount-proc");
    Outcome reported = fork.run("Faults", "return");
    Outcome halted = fork.run("Faults", "halt");

    assertThat(reported.status()).isZero();
    assertThat(Report.of(reported).at("/header/pid").asLong()).isEqualTo(1);
    assertThat(halted.status()).isEqualTo(6);
    assertThat(halted.ledgers().get(0).getFileName().toString()).startsWith("ajar-1-");
    assertRecovered(jdk, halted);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void a_clock_that_is_set_back_makes_nothing_older(Jdk jdk) throws Exception {
    Path shim = shims.resolve("back-" + jdk.feature() + ".so");
    int compiled =
        new ProcessBuilder(
                "cc", "-shared", "-fPIC", "-o", shim.toString(), "src/test/programs/clock/back.c")
            .inheritIO()
            .start()
            .waitFor();
    assertThat(compiled).as("a C compiler makes the clock that is set back").isZero();
    Outcome outcome =
        fork(jdk).environment("LD_PRELOAD", shim.toString()).agent(OWN).run("Faults", "clock");

    assertThat(outcome.status()).isZero();
    assertThat(outcome.stdout()).isEqualTo("set back\n");
    Report report = Report.of(outcome);
    assertThat(report.at("/header/uptimeMillis").asLong()).isBetween(0L, 600_000L);
    String started = report.at("/header/started").asText();
    for (JsonNode first : report.at("/findings").findValues("first")) {
      assertThat(first.asText()).isGreaterThanOrEqualTo(started);
    }
    assertThat(report.at("/summary/clients/closed").asLong()).isEqualTo(1);
    assertThat(report.at("/problems")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void an_exit_in_a_static_initialiser_has_its_report(Jdk jdk) {
    assertExit(fork(jdk).run("ExitsWhileLoading"));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void exits_on_many_threads_have_one_report(Jdk jdk) {
    assertExit(fork(jdk).run("Faults", "exits"));
  }

  @ParameterizedTest
  @MethodSource("exits")
  void an_exit_while_clients_are_woven_has_its_report(Jdk jdk, String from) throws IOException {
    for (int exit = 0; exit < EXITS; exit++) {
      Path own = Files.createDirectory(directory.resolve("exit-" + exit));
      Outcome outcome =
          Fork.of(jdk, own)
              .classPath(classes)
              .run("ExitsWhileWeaving", from, CLIENT.toString(), Integer.toString(3 * exit + 1));
      assertExit(outcome);
    }
    System.out.println(jdk + ": " + EXITS + " exits " + from + " the weaving");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void an_exception_in_main_and_a_hook_end_as_ever(Jdk jdk) {
    Outcome outcome = fork(jdk).run("Faults", "throws");

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.stdout()).isEqualTo("hook\n");
    assertThat(outcome.stderr()).startsWith("Exception in thread \"main\" ");
    assertThat(outcome.said()).contains("ended: last thread done, after 1 shutdown hook (", FOUND);
  }

  private static void assertExit(Outcome outcome) {
    assertThat(outcome.status()).as(outcome.toString()).isEqualTo(7);
    assertThat(outcome.stdout()).isEmpty();
    assertThat(outcome.said()).containsOnlyOnce("ended by System.exit on thread ").contains(FOUND);
    assertThat(outcome.stderr().lines().filter(line -> line.startsWith("ajar: "))).isEmpty();
    assertThat(outcome.ledgers()).isEmpty();
    assertThat(Report.of(outcome).at("/summary/clients/opened").asLong()).isGreaterThanOrEqualTo(5);
  }

  /** By the command that users have. */
  private void assertRecovered(Jdk jdk, Outcome outcome) {
    assertThat(outcome.ledgers()).hasSize(1);
    Outcome shown =
        Fork.of(jdk, directory.resolve("tmp"))
            .withoutAgent()
            .run(
                "-jar",
                System.getProperty("ajar.reportsJar"),
                "show",
                outcome.ledgers().get(0).toAbsolutePath().toString());
    assertThat(shown.stderr()).isEmpty();
    assertThat(shown.stdout()).contains("java.net.http client").doesNotContain("\ndamage ");
  }

  private static Outcome inFullHeap(Fork fork, String end) {
    return fork.jvm("-Xmx16m", "-XX:+UseSerialGC")
        .classPath(classes)
        .run("Faults", "full-heap", end);
  }

  /** What starts a command with a file system of its own on the directory {@code full}. */
  private static List<String> mounted(String options) {
    assertNamespaces();
    String mount = "mount -t tmpfs -o " + options + " tmpfs full";
    return List.of("unshare", "-rm", "bash", "-c", mount + GO_ON, "bash");
  }

  private static void assertNamespaces() {
    try {
      int status = new ProcessBuilder("unshare", "-rmpf", "true").start().waitFor();
      assertThat(status).as("unshare -rmpf: needs Linux with user namespaces, or root").isZero();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError("unshare cannot be run", e);
    }
  }

  private Fork fork(Jdk jdk) {
    return Fork.of(jdk, directory).classPath(classes);
  }
}
