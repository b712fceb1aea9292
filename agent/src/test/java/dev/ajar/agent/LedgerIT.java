package dev.ajar.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.agent.fork.Expectations;
import dev.ajar.agent.fork.Fork;
import dev.ajar.agent.fork.Jdk;
import dev.ajar.agent.fork.Outcome;
import dev.ajar.agent.fork.Program;
import dev.ajar.agent.fork.Running;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ledger's file: there while the program runs, gone after its report, and left by a kill. */
class LedgerIT {

  private static final String FOUND = "5 × java.net.http client";

  @TempDir static Path classes;

  @TempDir Path directory;

  @BeforeAll
  static void compile() {
    Program unused = Program.compile("ending", List.of(), classes);
  }

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void is_private_while_the_program_runs_and_gone_after_the_report(Jdk jdk) throws IOException {
    Path own = own("program");
    Running running = fork(jdk, own).start("Ends", "wait").awaitLine("ready");

    List<Path> ledgers = ledgers(own.resolve("tmp"));
    assertThat(ledgers).hasSize(1);
    assertThat(ledgers.get(0).getFileName().toString())
        .matches("ajar-" + running.pid() + "-\\d+\\.ledger");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ledgers.get(0))))
        .isEqualTo("rw-------");
    assertThat(shown(jdk, ledgers.get(0)).stdout()).contains("snapshot").contains(FOUND);

    Outcome outcome = running.signal("TERM").end();
    assertThat(outcome.said()).contains(FOUND);
    assertThat(outcome.ledgers()).isEmpty();
    assertThat(outcome.reports()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void survives_kill_9_and_tells_what_was_open(Jdk jdk) {
    Outcome outcome =
        fork(jdk, own("program")).start("Ends", "wait").awaitLine("ready").signal("KILL").end();

    assertThat(outcome.status()).isEqualTo(137);
    assertThat(outcome.stderr()).isEmpty();
    assertThat(outcome.reports()).isEmpty();
    assertThat(outcome.ledgers()).hasSize(1);
    Outcome shown = shown(jdk, outcome.ledgers().get(0));
    assertThat(shown.status()).isEqualTo(1);
    assertThat(shown.stderr()).isEmpty();
    assertThat(shown.stdout())
        .contains("recovered")
        .contains(FOUND)
        .contains("Ends.open(Ends.java:");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void is_no_file_where_none_is_asked_for(Jdk jdk) {
    Path own = own("program");
    Running running = fork(jdk, own).agent("live=off").start("Ends", "wait").awaitLine("ready");

    assertThat(ledgers(own.resolve("tmp"))).isEmpty();

    Outcome outcome = running.signal("TERM").end();
    assertThat(outcome.said()).contains(FOUND);
    assertThat(Expectations.read(outcome.reports().get(0)).at("/header/ledger").asText())
        .isEqualTo("off");
  }

  @ParameterizedTest
  @ValueSource(strings = {"live=shared", "help"})
  void is_told_of_at_the_start_where_that_is_asked_for(String options) {
    Path shared = own("program").resolve("shared");
    assertThat(shared.toFile().mkdir()).isTrue();
    Running running = fork(jdks().get(0), own("program")).agent(options).start("Ends", "wait");
    running.awaitLine("ready");

    Path where = options.equals("help") ? own("program").resolve("tmp") : shared;
    Outcome outcome = running.signal("KILL").end();
    assertThat(outcome.stderr()).endsWith("ajar: the ledger is " + ledgers(where).get(0) + "\n");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void one_that_is_left_is_no_matter_of_the_next_start(Jdk jdk) {
    Path own = own("program");
    Outcome killed = fork(jdk, own).start("Ends", "wait").awaitLine("ready").signal("KILL").end();
    Outcome next = fork(jdk, own).run("Ends", "return");

    assertThat(next.status()).isZero();
    assertThat(next.stderr()).startsWith("Ajar ").doesNotContain("ledger");
    assertThat(killed.ledgers()).hasSize(1);
    assertThat(next.ledgers()).isEqualTo(killed.ledgers());
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void two_programs_in_one_directory_keep_out_of_each_others_way(Jdk jdk) {
    Path shared = own("shared");
    String options = "live=" + shared + ",output=" + shared.resolve("report");
    Running one = fork(jdk, own("one")).agent(options).start("Ends", "wait");
    Running other = fork(jdk, own("other")).agent(options).start("Ends", "wait");
    one.awaitLine("ready");
    other.awaitLine("ready");

    assertThat(ledgers(shared)).hasSize(2);

    one.signal("TERM");
    other.signal("TERM");
    assertThat(one.end().said()).contains(FOUND);
    assertThat(other.end().said()).contains(FOUND);
    assertThat(shared.resolve("report.json")).isRegularFile();
    assertThat(shared.resolve("report-2.json")).isRegularFile();
    assertThat(ledgers(shared)).isEmpty();
  }

  /** By its id and, as a side container does, by nothing but the directory. */
  static Stream<Arguments> ways_to_look() throws Exception {
    Arguments process = Arguments.of(List.of(), "PID");
    Arguments beside = Arguments.of(List.of("unshare", "-rpf", "--mount-proc"), "DIR");
    boolean namespaces =
        new ProcessBuilder("unshare", "-rpf", "--mount-proc", "true").start().waitFor() == 0;
    return Jdk.withEach(process, namespaces ? beside : Arguments.of(List.of(), "DIR"));
  }

  @ParameterizedTest
  @MethodSource("ways_to_look")
  void can_be_looked_at_while_the_program_runs(Jdk jdk, List<String> starter, String way) {
    Path own = own("program");
    Path live = own("live");
    Running running = fork(jdk, own).agent("live=" + live).start("Ends", "wait").awaitLine("ready");
    String given = way.equals("PID") ? Long.toString(running.pid()) : live.toString();

    Outcome once = command(jdk, starter, "live", given);
    assertThat(once.stderr()).isEmpty();
    assertThat(once.status()).isZero();
    assertThat(once.stdout())
        .contains("pid " + running.pid() + "  Ends", "OPEN 5 · from 1 place\n")
        .containsPattern("\n +5 +5 +0  .* java.net.http client  Ends.open\\(Ends.java:\\d+\\)\n");

    Running looking =
        Fork.of(jdk, own("shown"))
            .startedBy(starter.toArray(new String[0]))
            .withoutAgent()
            .start("-jar", System.getProperty("ajar.reportsJar"), "live", given, "--interval=0.1");
    looking.awaitOutput("Ends.open");
    Outcome outcome = running.signal("KILL").end();
    assertThat(outcome.stderr()).startsWith("ajar: the ledger is ");
    assertThat(looking.end().stdout())
        .endsWith(
            "The process has left no word of its end; its report: java -jar ajar-reports.jar"
                + " recover "
                + ledgers(live).get(0)
                + "\n");
  }

  /** Shows a ledger by the command that users have. */
  private Outcome shown(Jdk jdk, Path ledger) {
    return command(jdk, List.of(), "show", ledger.toString());
  }

  private Outcome command(Jdk jdk, List<String> starter, String name, String given) {
    return Fork.of(jdk, own("shown"))
        .startedBy(starter.toArray(new String[0]))
        .withoutAgent()
        .run("-jar", System.getProperty("ajar.reportsJar"), name, given);
  }

  private static Fork fork(Jdk jdk, Path own) {
    return Fork.of(jdk, own).classPath(classes);
  }

  private Path own(String name) {
    try {
      return Files.createDirectories(directory.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> ledgers(Path in) {
    try (Stream<Path> files = Files.list(in)) {
      return files.filter(file -> file.toString().endsWith(".ledger")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
