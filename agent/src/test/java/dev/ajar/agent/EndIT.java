package dev.ajar.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ajar.agent.fork.Expectations;
import dev.ajar.agent.fork.Fork;
import dev.ajar.agent.fork.Jdk;
import dev.ajar.agent.fork.Outcome;
import dev.ajar.agent.fork.Program;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The order of the end: the report comes after the application's last hook, whatever ends it. */
class EndIT {

  private static final Path CLIENT = Program.client("apache-httpclient-5/httpclient5-5.6.5");

  @TempDir static Path classes;
  @TempDir static Path apacheClasses;

  @TempDir Path directory;

  @BeforeAll
  static void compile() {
    Program unused = Program.compile("ending", List.of(), classes);
    unused = Program.compile("ending-apache", List.of(CLIENT), apacheClasses);
  }

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  static Stream<Arguments> ends() {
    return Jdk.withEach(
        Arguments.of("return", 0, "last thread done"),
        Arguments.of("throw", 1, "last thread done"),
        Arguments.of("exit", 7, "System.exit on thread \"main\""),
        Arguments.of("exit-in-thread", 7, "System.exit on thread \"the other\""),
        Arguments.of("hook", 0, "last thread done"));
  }

  static Stream<Arguments> signals() {
    return Jdk.withEach(
        Arguments.of("TERM", 143), Arguments.of("INT", 130), Arguments.of("HUP", 129));
  }

  static Stream<Arguments> late_hooks() {
    return Jdk.withEach(
        Arguments.of("return", 0), Arguments.of("exit", 7), Arguments.of("wait", 143));
  }

  @ParameterizedTest
  @MethodSource("ends")
  void the_report_says_what_ended_the_application(Jdk jdk, String how, int status, String said) {
    assertEnd(fork(jdk).run("Ends", how), status, said);
  }

  @ParameterizedTest
  @MethodSource("signals")
  void the_report_names_the_signal(Jdk jdk, String signal, int status) {
    Outcome outcome = fork(jdk).start("Ends", "wait").awaitLine("ready").signal(signal).end();

    assertEnd(outcome, status, "SIG" + signal);
  }

  @ParameterizedTest
  @MethodSource("late_hooks")
  void what_a_late_hook_closes_is_no_finding(Jdk jdk, String how, int status) {
    var running = apacheFork(jdk).start("LateHook", how);
    Outcome outcome =
        how.equals("wait") ? running.awaitLine("ready").signal("TERM").end() : running.end();

    assertThat(outcome.status()).isEqualTo(status);
    assertThat(outcome.stdout()).endsWith("another hook\n");
    assertThat(outcome.said()).hasLineCount(1).contains("5 clients opened, all closed");
    JsonNode tally = report(outcome).at("/summary/clients");
    assertThat(tally.get("closedDuringShutdown").asLong()).isEqualTo(5);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void threads_that_go_on_during_the_report_do_no_harm(Jdk jdk) {
    Outcome outcome = apacheFork(jdk).run("BusyDaemons");

    assertThat(outcome.status()).isZero();
    assertThat(outcome.stdout()).isEqualTo("returns\n");
    assertThat(outcome.said()).contains("BusyDaemons.make(BusyDaemons.java:21)");
    JsonNode report = report(outcome);
    assertThat(report.at("/summary/clients/opened").asLong()).isGreaterThanOrEqualTo(400);
    // A part of a client that is being made at this moment may be one as well.
    assertThat(report.get("findings"))
        .extracting(finding -> finding.at("/type/name").asText())
        .startsWith("Apache HttpClient 5 client");
    assertThat(report.get("problems")).isEmpty();
    assertThat(report.get("losses")).isEmpty();
    assertThat(report.get("damage")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void a_hook_that_halts_leaves_the_ledger(Jdk jdk) {
    Outcome outcome = fork(jdk).run("Ends", "halt-in-hook");

    assertThat(outcome.status()).isEqualTo(8);
    assertThat(outcome.stderr()).isEmpty();
    assertThat(outcome.ledgers()).hasSize(1);
  }

  private static void assertEnd(Outcome outcome, int status, String endedBy) {
    assertThat(outcome.status()).isEqualTo(status);
    assertThat(outcome.said().lines().findFirst().orElse("")).contains(endedBy + ", ");
    assertThat(report(outcome).at("/header/endedBy").asText()).isEqualTo(endedBy);
    assertThat(report(outcome).at("/summary/clients/open").asLong()).isEqualTo(5);
  }

  private static JsonNode report(Outcome outcome) {
    assertThat(outcome.reports()).hasSize(1);
    return Expectations.read(outcome.reports().get(0));
  }

  private Fork fork(Jdk jdk) {
    return Fork.of(jdk, directory).classPath(classes);
  }

  private Fork apacheFork(Jdk jdk) {
    return Fork.of(jdk, directory).classPath(apacheClasses).classPath(CLIENT);
  }
}
