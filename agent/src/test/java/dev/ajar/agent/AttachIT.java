package dev.ajar.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.agent.fork.Command;
import dev.ajar.agent.fork.Fork;
import dev.ajar.agent.fork.Jdk;
import dev.ajar.agent.fork.Outcome;
import dev.ajar.agent.fork.Program;
import dev.ajar.agent.fork.Report;
import dev.ajar.agent.fork.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ajar comes into a JVM that has clients open already. */
class AttachIT {

  private static final List<Path> CLIENTS =
      List.of(
          Program.client("apache-httpclient-5/httpclient5-5.6.5"),
          Program.client("okhttp/okhttp-jvm-5.5.1"));

  @TempDir static Path classes;
  private static Program program;

  @TempDir Path directory;

  @BeforeAll
  static void compile() {
    program = Program.compile("attach", CLIENTS, classes);
  }

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void tells_of_clients_from_before_where_they_were_first_seen(Jdk jdk) throws IOException {
    Running running = fork(jdk).start("Leaves").awaitLine("waits for go");

    Command first = attach(jdk, running, "output=attached");
    assertThat(first).isEqualTo(new Command(0, "ajar: watches from now on"));
    assertThat(attach(jdk, running, "output=other,quiet"))
        .isEqualTo(
            new Command(
                0, "ajar: is in this JVM already; its second start is ignored, with its options"));
    say("go");
    running.awaitLine("waits for end");
    say("end");
    Outcome outcome = running.end();

    assertThat(outcome.reports()).extracting(Path::getFileName).hasToString("[attached.json]");
    Report report = Report.of(outcome);
    assertThat(report.said()).isEqualTo(program.expected(List.of("Leaves")));
    assertThat(report.failings()).isEmpty();
    assertThat(report.at("/header/started").asText())
        .isLessThan(report.at("/header/attached").asText());
    assertThat(report.findingIn("main").at("/adopted").asBoolean()).isFalse();
    assertThat(report.at("/information")).allMatch(one -> one.at("/adopted").asBoolean());
    assertThat(outcome.said())
        .contains("Ajar came at ", "opened before Ajar came, and not closed since")
        .contains("first seen at Leaves.askApache(Leaves.java:");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void finds_nothing_where_all_is_closed(Jdk jdk) throws IOException {
    Running running = fork(jdk).start("Closes").awaitLine("waits for go");
    assertThat(Command.jcmdLoad(jdk, running, Fork.agentJar()).said()).endsWith("return code: 0");
    say("go");
    Outcome outcome = running.end();

    assertThat(outcome.status()).isZero();
    assertThat(outcome.stdout()).endsWith("closed\n");
    Report report = Report.of(outcome);
    assertThat(report.said()).isEmpty();
    assertThat(report.failings()).isEmpty();
    // The JDK's client alone stays open, which need not be closed.
    assertThat(report.at("/summary/clients/opened").asLong()).isEqualTo(20 + 20 + 1 + 1);
    assertThat(report.at("/summary/clients/open").asLong()).isEqualTo(1);
    assertThat(report.at("/summary/responses/open").asLong()).isZero();
    assertThat(outcome.said()).hasLineCount(2).contains("Ajar came at ");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void says_in_a_line_why_it_cannot_come(Jdk jdk) throws IOException {
    Running closed =
        fork(jdk)
            .jvm("-XX:-EnableDynamicAgentLoading")
            .start("Waits", "0")
            .awaitLine("waits for end");
    assertThat(attach(jdk, closed, "quiet"))
        .isEqualTo(
            new Command(
                2,
                "ajar-reports: the JVM takes no agents while it runs; start it with"
                    + " -XX:+EnableDynamicAgentLoading, or with -javaagent"));
    say("end");
    assertThat(closed.end().stdout()).isEqualTo("waits for end\nends with 0\n");

    Files.delete(directory.resolve("end"));
    Running deaf =
        fork(jdk).jvm("-XX:+DisableAttachMechanism").start("Waits", "0").awaitLine("waits for end");
    assertThat(attach(jdk, deaf, "quiet"))
        .matches(answer -> answer.status() == 2)
        .matches(answer -> answer.said().startsWith("ajar-reports: cannot attach to process "))
        .matches(answer -> answer.said().endsWith("does it run with -XX:+DisableAttachMechanism?"));
    say("end");
    assertThat(deaf.end().stdout()).isEqualTo("waits for end\nends with 0\n");
  }

  private static Command attach(Jdk jdk, Running running, String options) {
    String agent = Fork.agentJar().toString();
    return Command.reports(jdk, "attach", "" + running.pid(), options, "--agent", agent);
  }

  private void say(String word) throws IOException {
    Files.createFile(directory.resolve(word));
  }

  private Fork fork(Jdk jdk) {
    Fork fork = Fork.of(jdk, directory).withoutAgent().classPath(classes);
    CLIENTS.forEach(fork::classPath);
    return fork;
  }
}
