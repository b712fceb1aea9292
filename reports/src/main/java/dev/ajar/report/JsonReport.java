package dev.ajar.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report as JSON: every key always there and in the same order, {@code null} for what is unknown;
 * {@code report-1.schema.json} beside this class describes it.
 */
public final class JsonReport {

  /** The value of the key {@code schema}. */
  public static final String SCHEMA = "ajar-report/1";

  private final JsonGenerator json;

  private JsonReport(JsonGenerator json) {
    this.json = json;
  }

  /**
   * Writes a report in plain ASCII, which no terminal takes for a command, and flushes but does not
   * close the stream.
   *
   * @throws IOException if the stream throws it
   */
  public static void write(Report report, OutputStream to) throws IOException {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    write(report, to, new DefaultPrettyPrinter().withObjectIndenter(lines));
  }

  /**
   * The same without white space, for programs alone.
   *
   * @throws IOException if the stream throws it
   */
  public static void writeInOneLine(Report report, OutputStream to) throws IOException {
    write(report, to, new MinimalPrettyPrinter());
  }

  private static void write(Report report, OutputStream to, PrettyPrinter style)
      throws IOException {
    try (JsonGenerator json = JsonValues.generator(to)) {
      json.setPrettyPrinter(style);
      new JsonReport(json).report(report);
      json.writeRaw('\n');
    }
  }

  private void report(Report report) throws IOException {
    json.writeStartObject();
    json.writeStringField("schema", SCHEMA);
    header(report.header());
    json.writeObjectFieldStart("summary");
    JsonValues.tally(json, "clients", report.summary().clients());
    JsonValues.tally(json, "responses", report.summary().responses());
    json.writeNumberField("places", report.summary().places());
    json.writeEndObject();
    JsonFinding.array("findings", report.findings(), json);
    JsonFinding.array("information", report.information(), json);
    coverage(report.coverage());
    JsonValues.strings(json, "problems", report.problems());
    json.writeArrayFieldStart("losses");
    for (Shortfall loss : report.losses()) {
      json.writeStartObject();
      json.writeStringField("kind", loss.kind().name());
      json.writeNumberField("count", loss.count());
      json.writeStringField("option", loss.option());
      json.writeEndObject();
    }
    json.writeEndArray();
    JsonValues.strings(json, "damage", report.damage());
    json.writeArrayFieldStart("options");
    for (Option option : report.options()) {
      json.writeStartObject();
      json.writeStringField("key", option.key());
      json.writeStringField("value", option.value());
      json.writeStringField("source", option.source());
      json.writeEndObject();
    }
    json.writeEndArray();
    JsonHolds.process(report.holds(), json);
    JsonStanding.write(report.suppressed(), json);
    JsonStanding.write(report.baseline(), json);
    json.writeEndObject();
  }

  private void header(Header header) throws IOException {
    json.writeObjectFieldStart("header");
    json.writeStringField("nature", header.nature().word());
    json.writeStringField("ajar", header.ajar());
    JsonValues.number(json, "pid", header.pid());
    json.writeStringField("host", header.host());
    json.writeStringField("service", header.service());
    json.writeStringField("build", header.build());
    json.writeStringField("java", header.java());
    JsonValues.moment(json, "started", header.started());
    JsonValues.moment(json, "attached", header.attached());
    JsonValues.moment(json, "asOf", header.asOf());
    JsonValues.number(json, "uptimeMillis", header.uptimeMillis());
    json.writeStringField("endedBy", header.endedBy());
    json.writeStringField("ledger", header.ledger());
    hooks(header.hooks());
    JsonValues.strings(json, "unknown", header.unknown());
    json.writeEndObject();
  }

  private void hooks(@Nullable ShutdownHooks hooks) throws IOException {
    if (hooks == null) {
      json.writeNullField("hooks");
      return;
    }
    json.writeObjectFieldStart("hooks");
    json.writeNumberField("count", hooks.count());
    JsonValues.number(json, "millis", hooks.millis());
    JsonValues.number(json, "waitedMillis", hooks.waitedMillis());
    json.writeNumberField("hanging", hooks.hanging());
    json.writeArrayFieldStart("threads");
    for (ShutdownHooks.Hanging hook : hooks.threads()) {
      json.writeStartObject();
      json.writeStringField("name", hook.name());
      JsonValues.strings(json, "frames", hook.frames());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void coverage(List<Library> coverage) throws IOException {
    json.writeArrayFieldStart("coverage");
    for (Library library : coverage) {
      json.writeStartObject();
      json.writeStringField("name", library.name());
      json.writeBooleanField("opened", library.opened());
      json.writeArrayFieldStart("sources");
      for (Library.Source source : library.sources()) {
        json.writeStartObject();
        json.writeStringField("name", source.name());
        json.writeStringField("version", source.version());
        json.writeStringField("newestTested", source.newestTested());
        json.writeBooleanField("untested", source.untested());
        json.writeArrayFieldStart("classes");
        for (Library.Met met : source.classes()) {
          json.writeStartObject();
          json.writeStringField("className", met.className());
          JsonValues.strings(json, "missing", met.missing());
          json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
