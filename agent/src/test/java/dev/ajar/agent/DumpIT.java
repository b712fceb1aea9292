package dev.ajar.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.agent.fork.Command;
import dev.ajar.agent.fork.Expectations;
import dev.ajar.agent.fork.Fork;
import dev.ajar.agent.fork.Jdk;
import dev.ajar.agent.fork.Outcome;
import dev.ajar.agent.fork.Program;
import dev.ajar.agent.fork.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A snapshot report of a JVM that goes on, asked for from outside. */
class DumpIT {

  @TempDir static Path classes;
  private static Program program;

  @TempDir Path directory;

  @BeforeAll
  static void compile() {
    program =
        Program.compile(
            "attach",
            List.of(
                Program.client("apache-httpclient-5/httpclient5-5.6.5"),
                Program.client("okhttp/okhttp-jvm-5.5.1")),
            classes);
  }

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void a_snapshot_says_what_the_end_will_say(Jdk jdk) throws IOException {
    Running running =
        Fork.of(jdk, directory)
            .agent("output=run,quiet")
            .classPath(classes)
            .start("Waits", "9")
            .awaitLine("waits for end");
    Path copy = Files.copy(Fork.agentJar(), directory.resolve("copy-of-ajar.jar"));

    assertThat(Command.jcmdLoad(jdk, running, copy, "dump").said()).endsWith("return code: 0");
    Path snapshot = directory.resolve("run-snapshot.json");
    running.awaitError("ajar: snapshot in " + snapshot);
    Command named = Command.jcmdLoad(jdk, running, copy, "\"dump=named-%p\"");
    assertThat(named.said()).endsWith("return code: 0");
    running.awaitError(
        "ajar: snapshot in " + directory.resolve("named-" + running.pid() + ".json"));
    assertThat(Command.jcmdLoad(jdk, running, copy, "quiet").status()).isZero();
    running.awaitError("ajar: is in this JVM already; its second start is ignored");
    Files.createFile(directory.resolve("end"));
    Outcome outcome = running.end();

    assertThat(outcome.stdout()).isEqualTo("waits for end\nends with 9\n");
    assertThat(outcome.reports()).hasSize(3);
    for (Path report : outcome.reports()) {
      assertThat(Expectations.of(report)).isEqualTo(program.expected(List.of("Waits")));
      assertThat(Expectations.read(report).at("/header/attached").isNull()).isTrue();
      assertThat(Expectations.read(report).at("/problems")).isEmpty();
    }
    assertThat(Expectations.read(snapshot).at("/header/nature").asText()).isEqualTo("snapshot");
    assertThat(Expectations.read(snapshot).at("/holds/clientThreads").asInt()).isPositive();
    assertThat(outcome.ledgers()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void starts_nothing_where_ajar_is_not(Jdk jdk) throws IOException {
    Running running =
        Fork.of(jdk, directory)
            .withoutAgent()
            .classPath(classes)
            .start("Waits", "9")
            .awaitLine("waits for end");

    Command dump = Command.jcmdLoad(jdk, running, Fork.agentJar(), "dump");
    assertThat(dump.said()).endsWith("return code: 0");
    running.awaitError(
        "ajar: was not in this JVM, so there is nothing to dump; nothing was started\n");
    String agent = Fork.agentJar().toString();
    assertThat(Command.reports(jdk, "attach", "" + running.pid(), "dump", "--agent", agent))
        .isEqualTo(
            new Command(
                2,
                "ajar-reports: Ajar was not in this JVM, so there is nothing to dump; nothing was"
                    + " started"));
    Files.createFile(directory.resolve("end"));
    Outcome outcome = running.end();

    assertThat(outcome.stdout()).isEqualTo("waits for end\nends with 9\n");
    assertThat(outcome.reports()).isEmpty();
    assertThat(outcome.said()).isEmpty();
  }
}
