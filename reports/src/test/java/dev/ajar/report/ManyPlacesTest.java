package dev.ajar.report;

import static dev.ajar.report.LedgerBuilder.CLIENT;
import static dev.ajar.report.LedgerBuilder.END;
import static dev.ajar.report.LedgerBuilder.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A run that opens a million clients at ten thousand places. */
class ManyPlacesTest {

  private static final int PLACES = 10_000;

  @Test
  void is_a_short_text_and_all_of_it_as_json() throws IOException {
    LedgerBuilder ledger = new LedgerBuilder();
    for (int place = 0; place < PLACES; place++) {
      ledger.site(
          CLIENT,
          CountsBuilder.opened(100, NINE, END).threads(3, "worker-%d").hosts("api.example:443"),
          "org.apache.hc.client5.http.impl.classic.HttpClients.createDefault:40",
          "com.acme.shop.P" + place / 100 + ".open:" + (place % 100 + 1),
          "com.acme.shop.Main.main:58");
    }
    Report report = ledger.report();

    assertThat(report.findings()).hasSize(PLACES);
    assertThat(TextReport.of(report, new TextStyle(true, TextStyle.WIDTH), "report.json"))
        .satisfies(text -> assertThat(text.lines().count()).isLessThan(200))
        .contains("1,000,000", " more findings: see the report");
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    JsonReport.write(report, json);
    assertThat(json.size()).isLessThan(20_000_000);
    JsonNode read = new ObjectMapper().readTree(json.toByteArray());
    assertThat(read.get("findings")).hasSize(PLACES);
    assertThat(ReportSchema.misfits(json.toString(StandardCharsets.UTF_8))).isEmpty();
  }
}
