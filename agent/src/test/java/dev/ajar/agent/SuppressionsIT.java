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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Suppressions and a baseline, read when the JVM ends, and what they do to its exit status. */
class SuppressionsIT {

  @TempDir static Path classes;

  @TempDir Path directory;

  @BeforeAll
  static void compile() {
    Program unused = Program.compile("status", List.of(), classes);
  }

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void what_is_suppressed_fails_nothing_and_is_said(Jdk jdk) throws IOException {
    write("rules", "kind:open reason=\"JIRA-12\"", "kind:churn", "kind:churn reason=\"old\"");

    Outcome outcome = fork(jdk).agent("suppressions=rules,exit-code=42").run("Status", "0");

    assertThat(outcome.status()).isZero();
    assertThat(outcome.said())
        .startsWith("Ajar ")
        .contains("\nhidden    1 finding, 5 resources, by kind:open \"JIRA-12\" (rules:1)\n")
        .contains("\nunused    kind:churn \"old\" (rules:3)\n")
        .contains("rules:2 has no reason=\"...\"; the line is ignored\n");
    Report report = Report.of(outcome);
    assertThat(report.at("/findings")).isEmpty();
    assertThat(report.at("/suppressed/findings")).hasSize(1);
    assertThat(report.at("/summary/clients/open").asInt()).isEqualTo(5);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void what_is_in_the_baseline_fails_nothing(Jdk jdk) throws IOException {
    Outcome first = fork(jdk).agent("output=known,quiet").run("Status", "return");
    assertThat(first.status()).isZero();
    Files.move(directory.resolve("known.json"), directory.resolve("tmp/known.json"));

    Outcome known =
        fork(jdk).agent("output=second,baseline=tmp/known.json,exit-code=42").run("Status", "0");

    assertThat(known.status()).isZero();
    assertThat(known.said()).contains("findings: 0 new, 1 in baseline, 0 gone since\n", " known ");
    JsonNode finding = Report.of(known).at("/findings/0");
    assertThat(finding.at("/standing/novelty").asText()).isEqualTo("known");
    assertThat(finding.at("/standing/before").asInt()).isEqualTo(5);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void files_that_are_not_there_are_a_line_each_and_hide_nothing(Jdk jdk) {
    Outcome outcome =
        fork(jdk).agent("suppressions=none,baseline=no,exit-code=42").run("Status", "return");

    assertThat(outcome.status()).isEqualTo(42);
    assertThat(Report.of(outcome).at("/problems"))
        .extracting(JsonNode::asText)
        .containsExactly(
            "suppressions none cannot be read: no such file; nothing is suppressed",
            "baseline no cannot be read: no such file; no finding is marked");
  }

  private void write(String name, String... lines) throws IOException {
    Path unused = Files.write(directory.resolve(name), List.of(lines));
  }

  private Fork fork(Jdk jdk) {
    return Fork.of(jdk, directory).classPath(classes);
  }
}
