package dev.ajar.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.agent.fork.Expectations;
import dev.ajar.agent.fork.Fork;
import dev.ajar.agent.fork.Jdk;
import dev.ajar.agent.fork.Outcome;
import dev.ajar.agent.fork.Program;
import java.io.IOException;
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

/** Where files cannot be had, a line says so and the report is printed all the same. */
class DisasterIT {

  // What follows is the command that becomes the JVM.
  private static final String GO_ON = "; exec \"$@\"";

  @TempDir static Path classes;

  @TempDir Path directory;

  @BeforeAll
  static void compile() {
    Program unused = Program.compile("harmless", List.of(), classes);
  }

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  static Stream<Arguments> impossible_outputs() {
    return Jdk.withEach(
        Arguments.of("stdout/report", "stdout/report.json: Not a directory"),
        Arguments.of("missing/report", "missing/report.json: no such directory"),
        Arguments.of("/proc/report", "/proc/report.json: no such directory"));
  }

  static Stream<Arguments> impossible_temporary_directories() {
    return Jdk.withEach(
        Arguments.of("stdout", "Not a directory"), Arguments.of("/missing", "no such directory"));
  }

  static Stream<Arguments> lost_standard_errors() {
    return Jdk.withEach(
        Arguments.of("exec 2>&-"),
        Arguments.of("exec 2>/dev/full"),
        Arguments.of("exec 2> >(exec true); wait $!"));
  }

  /** Mounts need rights that some machines do not give, so a limit on the size of files is one. */
  static Stream<Arguments> full_disks() throws Exception {
    Arguments limit = Arguments.of("File too large", List.of("bash", "-c", "ulimit -f 2" + GO_ON));
    Arguments mount =
        Arguments.of(
            "No space left on device",
            List.of(
                "unshare", "-rm", "bash", "-c", "mount -t tmpfs -o size=64k tmpfs full" + GO_ON));
    boolean mounts = new ProcessBuilder("unshare", "-rm", "true").start().waitFor() == 0;
    return mounts ? Jdk.withEach(limit, mount) : Jdk.withEach(limit);
  }

  @ParameterizedTest
  @MethodSource("impossible_outputs")
  void a_report_that_cannot_be_written_is_one_line(Jdk jdk, String output, String reason) {
    Outcome outcome = fork(jdk).agent("output=" + output).run("Hello", "client");

    assertReported(outcome);
    Path ledger = outcome.ledgers().get(0);
    assertThat(problems(outcome))
        .containsExactly(
            "ajar: the report cannot be written: " + reason + "; everything is in " + ledger);
  }

  @ParameterizedTest
  @MethodSource("impossible_temporary_directories")
  void a_ledger_that_cannot_be_made_is_a_line_of_the_report(
      Jdk jdk, String temporary, String reason) {
    Outcome outcome = fork(jdk).jvm("-Djava.io.tmpdir=" + temporary).run("Hello", "client");

    assertReported(outcome);
    assertThat(problems(outcome)).isEmpty();
    assertThat(outcome.said())
        .containsPattern(
            "\nledger    heap: "
                + temporary
                + "/ajar-\\d+-\\d+.ledger cannot be made: "
                + reason
                + "\n");
    assertThat(Expectations.read(outcome.reports().get(0)).at("/header/ledger").asText())
        .endsWith(" cannot be made: " + reason);
  }

  @ParameterizedTest
  @MethodSource("full_disks")
  void a_full_disk_is_one_line(Jdk jdk, String reason, List<String> starter) throws IOException {
    Files.createDirectory(directory.resolve("full"));

    Outcome outcome =
        fork(jdk)
            .startedBy(starter.toArray(new String[0]))
            .startedBy("bash")
            .jvm("-XX:-UsePerfData")
            .agent("output=full/report,live=full")
            .run("Hello", "client");

    assertReported(outcome);
    assertThat(problems(outcome))
        .containsExactly("ajar: the report cannot be written: full/report.json: " + reason);
    assertThat(outcome.said())
        .containsPattern(
            "\nledger    heap: full/ajar-\\d+-\\d+.ledger cannot grow: " + reason + "\n");
    assertThat(directory.resolve("full")).isEmptyDirectory();
  }

  @ParameterizedTest
  @MethodSource("lost_standard_errors")
  void without_standard_error_the_report_is_written(Jdk jdk, String lost) {
    Outcome outcome =
        fork(jdk).startedBy("bash", "-c", lost + GO_ON, "bash").run("Hello", "client");

    assertThat(outcome.status()).isZero();
    assertThat(outcome.stdout()).isEqualTo("hello\n");
    assertThat(outcome.reports()).hasSize(1);
    assertThat(Expectations.read(outcome.reports().get(0)).get("findings")).hasSize(1);
    assertThat(outcome.ledgers()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void no_file_is_overwritten_and_none_is_for_others_to_read(Jdk jdk) throws IOException {
    Path taken = Files.writeString(directory.resolve("report.json"), "taken");
    Path target = directory.resolve("target");
    Path link = Files.createSymbolicLink(directory.resolve("report-2.json"), target);

    Outcome outcome =
        fork(jdk)
            .startedBy("bash", "-c", "umask 0" + GO_ON, "bash")
            .agent("output=report")
            .run("Hello", "client");

    Path report = directory.resolve("report-3.json");
    assertReported(outcome);
    assertThat(outcome.said()).contains("\nreport    report-3.json\n");
    assertThat(taken).hasContent("taken");
    assertThat(link).isSymbolicLink();
    assertThat(target).doesNotExist();
    assertThat(Expectations.read(report).get("findings")).hasSize(1);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(report)))
        .isEqualTo("rw-------");
  }

  private static void assertReported(Outcome outcome) {
    assertThat(outcome.status()).isZero();
    assertThat(outcome.stdout()).isEqualTo("hello\n");
    assertThat(outcome.said()).contains("5 × java.net.http client");
  }

  private static List<String> problems(Outcome outcome) {
    return outcome
        .stderr()
        .lines()
        .filter(line -> line.startsWith("ajar: ") && !line.startsWith("ajar: the ledger is "))
        .toList();
  }

  private Fork fork(Jdk jdk) {
    return Fork.of(jdk, directory).classPath(classes);
  }
}
