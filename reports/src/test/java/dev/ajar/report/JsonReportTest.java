package dev.ajar.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReportTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void fits_the_schema() throws IOException {
    assertThat(ReportSchema.misfits(json(Samples.leaky().report()))).isEmpty();
    assertThat(ReportSchema.misfits(json(Samples.closes().report()))).isEmpty();
    assertThat(ReportSchema.misfits(json(new LedgerBuilder().report()))).isEmpty();
    Report odd = Report.of(Samples.odd().build(), Nature.SNAPSHOT, LedgerBuilder.END);
    assertThat(ReportSchema.misfits(json(odd))).isEmpty();
  }

  @Test
  void is_refused_by_the_schema_when_a_key_is_added_or_missing_or_wrong() throws IOException {
    String json = json(Samples.leaky().report());

    assertThat(ReportSchema.misfits(json.replace("\"number\" : 1", "\"nr\" : 1"))).hasSize(2);
    assertThat(ReportSchema.misfits(json.replace("\"kind\" : \"open\"", "\"kind\" : \"opened\"")))
        .isNotEmpty();
    assertThat(ReportSchema.misfits(json.replace("ajar-report/1", "ajar-report/2"))).hasSize(1);
  }

  /** The schema's own keys, where a report has all that can be in it. */
  @Test
  void has_each_key_that_the_schema_has() throws IOException {
    JsonNode schema = MAPPER.readTree(ReportSchema.stream());
    JsonNode report = MAPPER.readTree(json(Samples.leaky().report()));

    assertThat(keys(report)).isEqualTo(keys(schema.path("properties")));
    assertThat(keys(report.path("findings").path(0)))
        .isEqualTo(keys(schema.path("$defs").path("finding").path("properties")));
    assertThat(keys(report.path("header")))
        .isEqualTo(keys(schema.path("properties").path("header").path("properties")));
  }

  @Test
  void keeps_the_order_of_keys() throws IOException {
    String leaky = json(Samples.leaky().report());
    String odd = json(Samples.odd().report());

    assertThat(keys(MAPPER.readTree(odd))).isEqualTo(keys(MAPPER.readTree(leaky)));
    assertThat(keys(MAPPER.readTree(odd).path("findings").path(0)))
        .isEqualTo(keys(MAPPER.readTree(leaky).path("findings").path(0)));
  }

  @Test
  void is_the_same_each_time() throws IOException {
    assertThat(json(Samples.leaky().report())).isEqualTo(json(Samples.leaky().report()));
  }

  @Test
  void is_plain_ascii_without_control_characters() throws IOException {
    assertThat(json(Samples.odd().report())).matches("[\\x20-\\x7E\\n]*").endsWith("}\n");
  }

  @Test
  void leaves_the_stream_open() throws IOException {
    boolean[] closed = {false};
    ByteArrayOutputStream stream =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closed[0] = true;
          }
        };

    JsonReport.write(Samples.leaky().report(), stream);

    assertThat(closed[0]).isFalse();
    assertThat(stream.size()).isPositive();
  }

  private static List<String> keys(JsonNode node) {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static String json(Report report) throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    JsonReport.write(report, stream);
    return stream.toString(StandardCharsets.UTF_8);
  }
}
