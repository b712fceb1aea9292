package dev.ajar.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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

/** Shutdown hooks that take long, or for ever. */
class HookWaitIT {

  private static final String FOUND = "5 × java.net.http client";
  private static final String SO_FAR =
      "ajar: shutdown hooks have not ended in time; this is the report so far\n";
  private static final String REPLACES =
      "ajar: the shutdown hooks have ended after all; this report replaces the one above\n";

  @TempDir static Path classes;

  @TempDir Path directory;

  @BeforeAll
  static void compile() {
    Program unused = Program.compile("hooks", List.of(), classes);
  }

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void a_hook_that_ends_late_has_two_reports_of_which_the_last_stays(Jdk jdk) throws IOException {
    Running running = fork(jdk).agent("hook-wait=1").start("Hooks", "wait", "3");
    running.awaitError("\nreport    "); // which is the last but one line
    Path early = file(".json");
    Files.writeString(directory.resolve("go"), "");
    Outcome outcome = running.end();

    assertThat(outcome.status()).isZero();
    assertThat(outcome.stderr()).startsWith(SO_FAR).containsOnlyOnce(REPLACES);
    String first = outcome.stderr().substring(0, outcome.stderr().indexOf(REPLACES));
    String last = outcome.stderr().substring(first.length());
    assertThat(first)
        .contains("snapshot of an ending process, ")
        .contains(FOUND)
        .containsPattern("\nhooks     1 of 4 shutdown hooks had not ended after 1 s, so this")
        .containsPattern(
            "\n {10}\"closer\" in \\S+\\(Native Method\\), called by Hooks.act\\(Hooks.java:32\\)\n");
    assertThat(last)
        .contains("ended: last thread done, after 4 shutdown hooks (")
        .contains(FOUND)
        .contains(" a snapshot did not wait, this report did\n");
    Report report = Report.of(outcome);
    assertThat(outcome.reports()).containsExactly(early);
    assertThat(report.at("/header/nature").asText()).isEqualTo("exit");
    assertThat(report.at("/header/hooks/count").asInt()).isEqualTo(4);
    assertThat(report.at("/header/hooks/millis").asLong())
        .isGreaterThanOrEqualTo(report.at("/header/hooks/waitedMillis").asLong());
    assertThat(outcome.ledgers()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void a_hook_that_calls_exit_hangs_and_is_told(Jdk jdk) throws IOException {
    Running running = fork(jdk).agent("hook-wait=1").start("Hooks", "exit", "0");
    running.awaitError("\nreport    ");
    Outcome outcome = running.signal("KILL").end();

    assertThat(outcome.status()).isEqualTo(137);
    assertThat(outcome.stderr()).startsWith(SO_FAR).contains(FOUND);
    Report report = Report.of(outcome);
    assertThat(report.at("/header/nature").asText()).isEqualTo("snapshot");
    JsonNode hook = report.at("/header/hooks/threads/0");
    assertThat(hook.get("name").asText()).isEqualTo("closer");
    assertThat(hook.get("frames").toString()).contains("System.exit(", "Hooks.act(Hooks.java:29)");
    assertThat(outcome.ledgers()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void hooks_that_end_are_counted(Jdk jdk) {
    Outcome outcome = fork(jdk).run("Hooks", "nothing", "2");

    assertThat(outcome.said())
        .containsPattern("ended: last thread done, after 3 shutdown hooks \\(\\d+ ms\\), 20")
        .doesNotContain("\nhooks ");
    assertThat(Report.of(outcome).at("/header/hooks/hanging").asInt()).isZero();
  }

  private Path file(String ending) throws IOException {
    try (var files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(ending)).findAny().orElseThrow();
    }
  }

  private Fork fork(Jdk jdk) {
    return Fork.of(jdk, directory).classPath(classes);
  }
}
