package dev.ajar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.report.JsonReport;
import dev.ajar.report.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Suppressions and baselines by command, and the exit statuses they lead to. */
class ExpectedTest {

  @TempDir private Path directory;
  private Path report;
  private String out = "";
  private String err = "";

  @BeforeEach
  void save() throws IOException {
    report = directory.resolve("report.json");
    try (OutputStream to = Files.newOutputStream(report)) {
      JsonReport.write(Samples.leaky().report(), to);
    }
  }

  @Test
  void ends_with_0_when_all_is_suppressed() throws IOException {
    String rules = written("rules", "kind:unclosed reason=\"known\"\n");

    assertThat(run("show", report, "--suppressions", rules)).isZero();
    assertThat(out).contains("hidden    3 findings");
    assertThat(run("show", report, "--suppressions", rules, "--fail-on", "info")).isZero();
  }

  @Test
  void fails_on_what_weighs_as_much_as_is_asked_for() throws IOException {
    String rules =
        written("rules", "frame:com.acme.llm.** reason=\"a\"\ntype:okhttp3.** reason=\"b\"");

    assertThat(run("show", report, "--suppressions", rules, "--fail-on", "info")).isEqualTo(1);
    assertThat(run("show", report, "--suppressions", rules, "--fail-on=warning")).isZero();
    assertThat(run("show", report, "--fail-on=error")).isEqualTo(1);
    assertThat(run("show", report, "--fail-on=fatal")).isEqualTo(64);
    assertThat(err).contains("expected error, warning or info but was \"fatal\"");
  }

  @Test
  void writes_a_baseline_that_the_same_report_passes() throws IOException {
    Path baseline = directory.resolve("baseline.json");

    assertThat(run("baseline", report, "-o", baseline)).isZero();

    assertThat(out + err).isEmpty();
    assertThat(Files.readString(baseline))
        .isEqualTo(
            """
            {"schema" : "ajar-baseline/1","findings" : [
            {"fingerprint" : "88abb2a83e0c","kind" : "partial","subjects" : 3,"type" : "okhttp3.Response","method" : "okhttp3.RealCall.execute"},
            {"fingerprint" : "b16911bac475","kind" : "open","subjects" : 500,"type" : "org.apache.hc.client5.http.impl.classic.CloseableHttpClient","method" : "com.acme.llm.LlmApi.newHandle"},
            {"fingerprint" : "d17679d34c91","kind" : "open","subjects" : 1,"type" : "org.apache.hc.client5.http.impl.classic.CloseableHttpClient","method" : "com.acme.Main.main"}
            ]}
            """);
    assertThat(run("show", report, "--baseline", baseline, "--fail-on=info")).isZero();
    assertThat(out).contains("findings: 0 new, 3 in baseline, 0 gone since");
    assertThat(run("baseline", report)).isZero();
    assertThat(out).isEqualTo(Files.readString(baseline));
  }

  @Test
  void fails_on_what_is_not_in_the_baseline() throws IOException {
    String none = written("none.json", "{\"schema\":\"ajar-baseline/1\",\"findings\":[]}");

    assertThat(run("show", report, "--baseline", none)).isEqualTo(1);
    assertThat(run("show", report, "--baseline", directory.resolve("missing"))).isEqualTo(1);
    assertThat(out).contains("problems  ", "missing cannot be read: no such file; no finding is");
  }

  @Test
  void says_in_one_line_why_there_is_no_baseline() throws IOException {
    assertThat(run("baseline", report, "-o", directory.resolve("no/such"))).isEqualTo(2);
    assertThat(err).matches("ajar-reports: .*such cannot be written: .*\n");
    assertThat(run("baseline", written("x", "x"))).isEqualTo(2);
    assertThat(err.lines()).hasSize(1);
    try (OutputStream to = Files.newOutputStream(report)) {
      JsonReport.write(Samples.leaky().damage("chunk 3 is cut off").report(), to);
    }
    assertThat(run("baseline", report)).isEqualTo(2);
    assertThat(err).endsWith("it is not complete, so it makes no baseline\n");
  }

  private String written(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text).toString();
  }

  private int run(Object... words) {
    String[] arguments = new String[words.length];
    for (int at = 0; at < words.length; at++) {
      arguments[at] = words[at].toString();
    }
    ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    ByteArrayOutputStream stderr = new ByteArrayOutputStream();
    int status =
        AjarReports.run(
            new PrintStream(stdout, true, StandardCharsets.UTF_8),
            new PrintStream(stderr, true, StandardCharsets.UTF_8),
            StandardCharsets.UTF_8,
            arguments);
    out = stdout.toString(StandardCharsets.UTF_8);
    err = stderr.toString(StandardCharsets.UTF_8);
    return status;
  }
}
