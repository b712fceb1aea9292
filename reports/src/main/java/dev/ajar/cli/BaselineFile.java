package dev.ajar.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.ajar.report.Baseline;
import dev.ajar.report.Blame;
import dev.ajar.report.Finding;
import dev.ajar.report.Report;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The findings of a report as a small file to keep beside the sources: one line each, ordered by
 * fingerprint, with nothing that differs from run to run but the counts.
 */
final class BaselineFile {

  /**
   * Writes it in plain ASCII and closes the stream.
   *
   * @throws IOException if the stream throws it
   */
  static void write(Report report, OutputStream to) throws IOException {
    JsonFactory factory =
        JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();
    List<Finding> findings = new ArrayList<>(report.all());
    findings.sort(Comparator.comparing(Finding::fingerprint));
    try (JsonGenerator json = factory.createGenerator(to)) {
      json.setPrettyPrinter(
          new DefaultPrettyPrinter()
              .withObjectIndenter(DefaultPrettyPrinter.NopIndenter.instance)
              .withArrayIndenter(new DefaultIndenter("", "\n")));
      json.writeStartObject();
      json.writeStringField("schema", Baseline.SCHEMA);
      json.writeArrayFieldStart("findings");
      for (Finding finding : findings) {
        write(finding, json);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void write(Finding finding, JsonGenerator json) throws IOException {
    Blame blame = finding.blame();
    json.writeStartObject();
    json.writeStringField("fingerprint", finding.fingerprint());
    json.writeStringField("kind", finding.kind().word());
    json.writeNumberField("subjects", finding.subjects());
    json.writeStringField("type", finding.type().className());
    json.writeStringField(
        "method", blame == null ? null : blame.className() + "." + blame.method());
    json.writeEndObject();
  }

  private BaselineFile() {}
}
