package dev.ajar.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes one finding as JSON. */
final class JsonFinding {

  private static final int MANY = 200;

  private final Finding finding;
  private final JsonGenerator json;

  private JsonFinding(Finding finding, JsonGenerator json) {
    this.finding = finding;
    this.json = json;
  }

  /** Writes findings; one a line where they are many, or blanks would be a third of the file. */
  static void array(String key, List<Finding> findings, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart(key);
    PrettyPrinter pretty = json.getPrettyPrinter();
    boolean many = findings.size() > MANY;
    for (Finding finding : findings) {
      if (many) {
        json.setPrettyPrinter(new MinimalPrettyPrinter());
        json.writeRaw('\n');
      }
      new JsonFinding(finding, json).write();
    }
    json.setPrettyPrinter(pretty);
    json.writeEndArray();
  }

  private void write() throws IOException {
    json.writeStartObject();
    json.writeNumberField("number", finding.number());
    json.writeStringField("kind", finding.kind().word());
    json.writeStringField("family", finding.kind().family());
    json.writeStringField("severity", finding.severity().word());
    json.writeBooleanField("piledUp", finding.piledUp());
    json.writeBooleanField("applicationScoped", finding.applicationScoped());
    json.writeBooleanField("adopted", finding.adopted());
    json.writeStringField("fingerprint", finding.fingerprint());
    type(finding.type());
    json.writeNumberField("unclosed", finding.unclosed());
    json.writeNumberField("subjects", finding.subjects());
    JsonValues.tally(json, "counts", finding.counts());
    JsonValues.moment(json, "firstOpened", finding.firstOpened());
    JsonValues.moment(json, "lastOpened", finding.lastOpened());
    if (finding.perSecond() == null) {
      json.writeNullField("perSecond");
    } else {
      json.writeNumberField("perSecond", finding.perSecond());
    }
    threads(finding.threads());
    requests(finding.requests());
    JsonValues.blame(json, finding.blame());
    callers();
    JsonValues.strings(json, "stack", finding.stack());
    closers();
    parts();
    JsonEvidence.churn(finding.churn(), json);
    JsonEvidence.failedClose(finding.failedClose(), json);
    JsonEvidence.lateUse(finding.lateUse(), json);
    JsonHolds.write(finding.holds(), json);
    JsonLabels.write(finding, json);
    cause(finding.cause());
    json.writeStringField("source", finding.source());
    JsonStanding.write(finding.standing(), json);
    json.writeStringField("remedy", finding.remedy());
    json.writeEndObject();
  }

  private void type(Finding.Type type) throws IOException {
    json.writeObjectFieldStart("type");
    json.writeStringField("library", type.library());
    json.writeStringField("name", type.name());
    json.writeStringField("className", type.className());
    json.writeStringField("role", type.role().name());
    json.writeStringField("contract", type.contract().name());
    json.writeStringField("why", type.why());
    json.writeEndObject();
  }

  private void threads(Finding.Threads threads) throws IOException {
    json.writeObjectFieldStart("threads");
    json.writeNumberField("count", threads.count());
    json.writeStringField("bound", threads.bound().word());
    JsonValues.strings(json, "names", threads.names());
    json.writeBooleanField("more", threads.more());
    json.writeNumberField("openingsOnVirtual", threads.openingsOnVirtual());
    json.writeEndObject();
  }

  private void requests(Finding.Requests requests) throws IOException {
    json.writeObjectFieldStart("requests");
    json.writeNumberField("count", requests.count());
    JsonValues.moment(json, "first", requests.first());
    JsonValues.moment(json, "last", requests.last());
    JsonValues.strings(json, "hosts", requests.hosts());
    json.writeBooleanField("more", requests.more());
    json.writeEndObject();
  }

  private void cause(@Nullable Cause cause) throws IOException {
    if (cause == null) {
      json.writeNullField("cause");
      return;
    }
    json.writeObjectFieldStart("cause");
    json.writeStringField("frame", cause.frame());
    json.writeStringField("jar", cause.jar());
    json.writeStringField("version", cause.version());
    json.writeStringField("trigger", cause.trigger());
    json.writeEndObject();
  }

  private void callers() throws IOException {
    json.writeArrayFieldStart("callers");
    for (Finding.Caller caller : finding.callers()) {
      json.writeStartObject();
      json.writeStringField("frame", caller.frame());
      json.writeNumberField("openings", caller.openings());
      json.writeNumberField("unclosed", caller.unclosed());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("moreCallers", finding.moreCallers());
  }

  private void closers() throws IOException {
    json.writeArrayFieldStart("closers");
    for (Finding.Closer closer : finding.closers()) {
      json.writeStartObject();
      json.writeStringField("frame", closer.frame());
      json.writeBooleanField("ofThisPlace", closer.ofThisPlace());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void parts() throws IOException {
    json.writeArrayFieldStart("parts");
    for (Finding.Part part : finding.parts()) {
      json.writeStartObject();
      json.writeStringField("name", part.name());
      json.writeStringField("className", part.className());
      json.writeNumberField("count", part.count());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
