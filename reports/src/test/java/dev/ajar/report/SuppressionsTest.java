package dev.ajar.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Suppressions on a report whose findings are 1 a client, 2 a response, 3 information. */
class SuppressionsTest {

  private static final TextStyle ASCII = new TextStyle(false, TextStyle.WIDTH);

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({
    "site:b16911bac475,                       1",
    "frame:com.acme.llm.LlmApi.newHandle,     1",
    "frame:com.acme.llm.LlmApi,               1",
    "frame:com.acme.llm.*,                    1",
    "frame:com.acme.**,                       1 3",
    "frame:com.acme.*,                        3",
    "type:okhttp3.Response,                   2",
    "type:org.apache.**,                      1 3",
    "jar:okhttp-jvm-5.5.1.jar,                2",
    "jar:okhttp-jvm-5.*,                      2",
    "jar:httpclient5-5.6.1,                   1 3",
    "kind:unclosed,                           1 2 3",
    "kind:open,                               1 3",
    "kind:partial,                            2",
    "kind:churn,                              ''",
    "frame:com.acme.llm,                      ''",
    "jar:java.net.http,                       ''",
  })
  void hides_what_its_pattern_matches(String pattern, String numbers) {
    Report report = leaky(pattern + " reason=\"known\"");

    assertThat(String.join(" ", numbers(report.suppressed().findings()))).isEqualTo(numbers);
    assertThat(report.all()).hasSize(3);
    assertThat(report.summary()).isEqualTo(Samples.leaky().report().summary());
  }

  @Test
  void counts_what_each_hid_and_tells_who_hid_a_finding_first() {
    Report report =
        leaky(
            "type:org.apache.** reason=\"a\"", "kind:open reason=\"b\"", "kind:churn reason=\"c\"");

    assertThat(report.suppressed().suppressions())
        .containsExactly(
            new Suppression(1, "type:org.apache.**", "a", null, false, 2, 501),
            new Suppression(2, "kind:open", "b", null, false, 2, 501),
            new Suppression(3, "kind:churn", "c", null, false, 0, 0));
    assertThat(report.suppressed().findings())
        .extracting(finding -> finding.standing().suppressedBy())
        .containsExactly(1, 1);
    assertThat(numbers(report.findings())).containsExactly("2");
  }

  @Test
  void holds_on_its_last_day_and_not_after_it() {
    Report report =
        leaky(
            "kind:open reason=\"a\" until=2026-11-20",
            "kind:partial reason=\"b\" until=2026-11-21");

    assertThat(numbers(report.findings())).containsExactly("1");
    assertThat(report.suppressed().suppressions())
        .containsExactly(
            new Suppression(1, "kind:open", "a", "2026-11-20", true, 2, 501),
            new Suppression(2, "kind:partial", "b", "2026-11-21", false, 1, 3));
  }

  @Test
  void puts_damaged_lines_among_the_problems_and_lets_the_others_hold() {
    Report report = leaky("kind:open", "kind:partial reason=\"b\"");

    assertThat(report.problems())
        .hasSize(2)
        .last()
        .asString()
        .endsWith(":1 has no reason=\"...\"; the line is ignored");
    assertThat(numbers(report.findings())).containsExactly("1");
  }

  @Test
  void hides_nothing_when_the_file_is_missing() {
    Report report = Suppressions.read(file().toString()).applyTo(Samples.leaky().report());

    assertThat(report.findings()).hasSize(2);
    assertThat(report.problems()).last().asString().endsWith("nothing is suppressed");
  }

  @Test
  void takes_the_place_of_what_was_applied_before() {
    Report before = leaky("kind:open", "kind:partial reason=\"b\"");
    Report after = Suppressions.read(write("kind:open reason=\"a\"")).applyTo(before);

    assertThat(after).isEqualTo(leaky("kind:open reason=\"a\""));
  }

  @Test
  void takes_the_line_that_a_finding_prints_once_it_has_a_reason() {
    String line = Samples.leaky().report().findings().get(0).standing().suppress();

    assertThat(line).isEqualTo("site:b16911bac475 reason=\"...\" until=2027-02-19");
    assertThat(numbers(leaky(line).suppressed().findings())).isEmpty();
    assertThat(numbers(leaky(line.replace("...", "JIRA-12")).suppressed().findings()))
        .containsExactly("1");
  }

  @Test
  void are_a_line_each_in_the_text() {
    Report report =
        leaky(
            "kind:partial reason=\"slow\u001b\" until=2027-01-31".replace("\u001b", ""),
            "kind:churn reason=\"old\"",
            "kind:open reason=\"JIRA-12\" until=2026-01-31");

    assertThat(TextReport.of(report, ASCII, null))
        .contains(" | from 2 places | findings: 1 suppressed\n")
        .contains(
            """
            hidden    1 finding, 3 resources, by kind:partial "slow" (FILE:1)
            unused    kind:churn "old" (FILE:2)
            expired   on 2026-01-31, would hide 2 findings, 501 resources, by kind:open "JIRA-12" (FILE:3)
            """
                .replace("FILE", file().toString()))
        .contains("\n   suppress      site:b16911bac475 reason=\"...\" until=2027-02-19\n")
        .doesNotContain("88abb2a83e0c");
  }

  @Test
  void are_said_in_a_run_that_has_nothing_else_to_say() {
    String text = TextReport.of(leaky("kind:unclosed reason=\"all\""), ASCII, "report.json");

    assertThat(text)
        .startsWith("Ajar 1.0.0: 512 clients opened, 11 closed, 501 open; ")
        .contains("\nhidden    3 findings, 504 resources, by kind:unclosed \"all\" (")
        .contains("\nreport    report.json\n");
  }

  @Test
  void let_a_finding_pass_that_would_fail_a_build() {
    assertThat(Samples.leaky().report().failing(Severity.INFO)).isEqualTo(3);
    assertThat(Samples.leaky().report().failing(Severity.WARNING)).isEqualTo(2);
    assertThat(leaky("kind:open reason=\"a\"").failing(Severity.INFO)).isEqualTo(1);
  }

  private static List<String> numbers(List<Finding> findings) {
    return findings.stream().map(finding -> Integer.toString(finding.number())).toList();
  }

  private Report leaky(String... lines) {
    return Suppressions.read(write(lines)).applyTo(Samples.leaky().report());
  }

  private String write(String... lines) {
    try {
      return Files.write(file(), List.of(lines)).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file() {
    return directory.resolve("ajar.suppressions");
  }
}
