package dev.ajar.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.agent.fork.Fork;
import dev.ajar.agent.fork.Jdk;
import dev.ajar.agent.fork.Outcome;
import dev.ajar.agent.fork.Program;
import dev.ajar.agent.fork.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the user asks for it, findings turn a 0 into another exit status, and nothing else. */
class ExitCodeIT {

  private static final String SAID = "ajar: exit status 42 in the place of 0: 1 finding";

  @TempDir static Path classes;

  @TempDir Path directory;

  @BeforeAll
  static void compile() {
    Program unused = Program.compile("status", List.of(), classes);
  }

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  static Stream<Arguments> ends_with_0() {
    return Jdk.withEach(
        Arguments.of("return"),
        Arguments.of("0"),
        Arguments.of("later"),
        Arguments.of("other-throws"));
  }

  static Stream<Arguments> other_ends() {
    return Jdk.withEach(
        Arguments.of("3", 3),
        Arguments.of("-1", 255),
        Arguments.of("256", 0),
        Arguments.of("throw", 1),
        Arguments.of("throw-handled", 1),
        Arguments.of("later-thrown", 1),
        Arguments.of("in-hook", 8));
  }

  static Stream<Arguments> signals() {
    return Jdk.withEach(
        Arguments.of("TERM", 143), Arguments.of("INT", 130), Arguments.of("HUP", 129));
  }

  @ParameterizedTest
  @MethodSource("ends_with_0")
  void a_0_becomes_the_status_that_was_asked_for(Jdk jdk, String how) {
    Outcome outcome = fork(jdk).agent("exit-code=42").run("Status", how);

    assertThat(outcome.status()).isEqualTo(42);
    assertThat(outcome.stdout()).endsWith("hook\n");
    assertThat(outcome.stderr()).endsWith(SAID + " (fail-on=warning)\n");
    assertThat(outcome.reports()).hasSize(1);
    assertThat(outcome.ledgers()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("other_ends")
  void another_status_stays(Jdk jdk, String how, int status) {
    Outcome outcome = fork(jdk).jvm("-Dajar.exit-code=42").run("Status", how);

    assertThat(outcome.status()).isEqualTo(status);
    assertThat(outcome.stderr()).doesNotContain(SAID);
  }

  @ParameterizedTest
  @MethodSource("signals")
  void the_status_of_a_signal_stays(Jdk jdk, String signal, int status) {
    Running running = fork(jdk).agent("exit-code=42").start("Status", "wait");
    Outcome outcome = running.awaitLine("ready").signal(signal).end();

    assertThat(outcome.status()).isEqualTo(status);
    assertThat(outcome.reports()).hasSize(1);
    assertThat(outcome.stderr()).doesNotContain("exit status");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void a_main_class_that_cannot_be_initialized_is_a_1(Jdk jdk) {
    Outcome outcome = fork(jdk).agent("exit-code=42").run("FailsBefore");

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.said()).contains("5 × java.net.http client");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void compiled_code_is_not_believed(Jdk jdk) {
    Outcome outcome =
        fork(jdk)
            .agent("exit-code=42")
            .jvm("-XX:CompileCommand=quiet")
            .jvm("-Xcomp", "-XX:CompileCommand=compileonly,java.lang.Shutdown::*")
            .run("Status", "3");

    assertThat(outcome.status()).isEqualTo(3);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void without_a_known_client_nothing_changes(Jdk jdk) {
    Outcome outcome = fork(jdk).agent("exit-code=42").run("Nothing");

    assertThat(outcome.status()).isZero();
    assertThat(outcome.stderr()).isEmpty();
    assertThat(outcome.files()).containsExactly("", "stderr", "stdout", "tmp");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void the_application_sees_no_handler(Jdk jdk) {
    Outcome outcome = fork(jdk).agent("exit-code=42").run("Handler");

    assertThat(outcome.stdout()).startsWith("null\ntrue\n");
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.stderr())
        .contains("Exception in thread \"main\" java.lang.IllegalStateException: thrown\n");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void a_flight_recording_is_whole(Jdk jdk) throws IOException {
    Outcome outcome =
        fork(jdk)
            .agent("exit-code=42")
            .jvm("-XX:StartFlightRecording=filename=run.jfr,settings=none")
            .run("Status", "return");

    assertThat(outcome.status()).isEqualTo(42);
    Path recording = directory.resolve("run.jfr");
    assertThat(Files.size(recording)).isPositive();
    assertThat(RecordingFile.readAllEvents(recording)).isNotNull();
  }

  private Fork fork(Jdk jdk) {
    return Fork.of(jdk, directory).classPath(classes);
  }
}
