package dev.ajar.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ajar.report.JsonReport;
import dev.ajar.report.LedgerBuilder;
import dev.ajar.report.Nature;
import dev.ajar.report.Report;
import dev.ajar.report.Samples;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SavedReportTest {

  @TempDir private Path directory;

  @Test
  void is_the_report_that_was_written() throws IOException {
    Report leaky = Samples.leaky().report();
    Report odd = Report.of(Samples.odd().build(), Nature.RECOVERED, LedgerBuilder.END);

    assertThat(SavedReport.read(saved(leaky))).isEqualTo(leaky);
    assertThat(SavedReport.read(saved(odd))).isEqualTo(odd);
    Report closes = Samples.closes().report();
    assertThat(SavedReport.read(saved(closes))).isEqualTo(closes);
  }

  @Test
  void leaves_out_keys_that_it_does_not_know() throws IOException {
    Report report = Samples.leaky().report();
    Path file = saved(report);
    Files.writeString(file, Files.readString(file).replace("\"places\"", "\"new\":1,\"places\""));

    assertThat(SavedReport.read(file)).isEqualTo(report);
  }

  @Test
  void knows_the_keys_that_may_be_null_as_the_schema_does() throws IOException {
    JsonNode schema =
        new ObjectMapper().readTree(Report.class.getResourceAsStream("report-1.schema.json"));
    Set<String> nullable = new TreeSet<>();
    collectNullable("", schema, nullable);

    assertThat(SavedReport.NULLABLE).containsExactlyInAnyOrderElementsOf(nullable);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"fingerprint\" : \"b16911bac475\" | \"fingerprint\" : null",
        "\"number\" : 1, | ",
        "\"number\" : 1 | \"number\" : \"1\"",
        "\"kind\" : \"open\" | \"kind\" : \"OPEN\"",
        "2026-11-21T09:14:03.120Z | yesterday",
        "2026-11-21T09:14:03.120Z | +999999999-11-21T09:14:03.120Z",
        "\"threads\" : { | \"threads\" : null, \"x\" : {",
        "\"problems\" : [ | \"problems\" : [ null,",
        "ajar-report/1 | ajar-report/2",
      })
  void refuses_what_it_cannot_take(String before, String after) throws IOException {
    Path file = saved(Samples.leaky().report());
    String json = Files.readString(file);
    assertThat(json).contains(before);
    Files.writeString(file, json.replace(before, after == null ? "" : after));

    assertThatThrownBy(() -> SavedReport.read(file)).isInstanceOf(IOException.class);
  }

  private Path saved(Report report) throws IOException {
    Path file = directory.resolve("report.json");
    try (OutputStream out = Files.newOutputStream(file)) {
      JsonReport.write(report, out);
    }
    return file;
  }

  private static void collectNullable(String key, JsonNode node, Set<String> nullable) {
    boolean type = node.path("type").isArray(); // of a type and null
    boolean any = node.path("anyOf").path(0).path("type").asText().equals("null");
    if (type || any) {
      nullable.add(key);
    }
    node.properties().forEach(each -> collectNullable(each.getKey(), each.getValue(), nullable));
    node.forEach(
        element -> {
          if (node.isArray()) {
            collectNullable(key, element, nullable);
          }
        });
  }
}
