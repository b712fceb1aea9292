package dev.ajar.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineTest {

  private static final TextStyle ASCII = new TextStyle(false, TextStyle.WIDTH);

  @TempDir private Path directory;

  @Test
  void marks_what_is_new_and_what_is_known_and_counts_what_is_gone() throws IOException {
    String baseline =
        written(
            """
            {"schema":"ajar-baseline/1","findings":[
            {"fingerprint":"b16911bac475","kind":"open","subjects":3,"x":[{}]},
            {"fingerprint":"000000000000","subjects":1}]}
            """);

    Report report = Baseline.read(baseline).applyTo(Samples.leaky().report());

    assertThat(report.baseline()).isEqualTo(new Comparison(baseline, 2, 1, 1));
    assertThat(report.findings())
        .extracting(finding -> finding.standing().novelty())
        .containsExactly(Standing.Novelty.KNOWN, Standing.Novelty.NEW);
    assertThat(report.findings().get(0).standing().before()).isEqualTo(3);
    assertThat(report.failing(Severity.ERROR)).isEqualTo(1);
    assertThat(TextReport.of(report, ASCII, null))
        .contains(" | from 2 places | findings: 2 new, 1 in baseline, 1 gone since\n")
        .contains("error   known   b16911bac475\n", "error   NEW   88abb2a83e0c\n")
        .contains("\n   baseline      3 then, 500 now\n")
        .contains("most of the process's life   NEW   d17679d34c91\n");
  }

  @Test
  void is_also_an_earlier_report_with_all_that_it_found_suppressed_or_not() throws IOException {
    Path rules = Files.writeString(directory.resolve("rules"), "kind:open reason=\"a\"");
    Report earlier = Suppressions.read(rules.toString()).applyTo(Samples.leaky().report());
    assertThat(earlier.suppressed().findings()).hasSize(2);
    Path file = directory.resolve("earlier.json");
    try (OutputStream out = Files.newOutputStream(file)) {
      JsonReport.write(earlier, out);
    }

    Report report = Baseline.read(file.toString()).applyTo(Samples.leaky().report());

    assertThat(report.baseline()).isEqualTo(new Comparison(file.toString(), 0, 3, 0));
    assertThat(report.failing(Severity.INFO)).isZero();
    assertThat(TextReport.of(report, ASCII, null)).doesNotContain(" then, ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "no json",
        "{\"schema\":\"ajar-report/9\",\"findings\":[]}",
        "{\"findings\":[]}",
        "{\"schema\":\"ajar-report/1\",\"findings\":[",
        "{\"schema\":\"ajar-report/1\",\"findings\":[{\"subjects\":1}]}",
        "{\"schema\":\"ajar-report/1\"} {}",
        "{\"schema\":\"ajar-report/1\",\"findings\":[{\"subjects\":99999999999999999999}]}",
        "\u001b[31m",
      })
  void is_one_clear_line_and_marks_nothing_when_it_is_damaged(String json) throws IOException {
    String file = written(json);

    Report report = Baseline.read(file).applyTo(Samples.leaky().report());

    assertThat(report.problems())
        .hasSize(2)
        .last()
        .asString()
        .matches("baseline .*baseline.json cannot be read: [ -~]*; no finding is marked");
    assertThat(report.baseline()).isNull();
    assertThat(report.all())
        .extracting(finding -> finding.standing().novelty())
        .containsOnly(Standing.Novelty.NONE);
    assertThat(report.failing(Severity.ERROR)).isEqualTo(2);
  }

  @Test
  void that_is_missing_is_one_clear_line_too() {
    Report report =
        Baseline.read(directory.resolve("none").toString()).applyTo(Samples.leaky().report());

    assertThat(report.problems())
        .last()
        .asString()
        .endsWith("none cannot be read: no such file; no finding is marked");
  }

  @Test
  void takes_the_place_of_one_that_was_applied_before() throws IOException {
    Report damaged = Baseline.read(written("x")).applyTo(Samples.leaky().report());
    String good = written("{\"schema\":\"ajar-baseline/1\",\"findings\":[]}");

    assertThat(Baseline.read(good).applyTo(damaged))
        .isEqualTo(Baseline.read(good).applyTo(Samples.leaky().report()));
  }

  private String written(String text) throws IOException {
    return Files.writeString(directory.resolve("baseline.json"), text).toString();
  }
}
