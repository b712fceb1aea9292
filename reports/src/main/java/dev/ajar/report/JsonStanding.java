package dev.ajar.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes as JSON how findings stand to suppressions and baseline. */
final class JsonStanding {

  static void write(Standing standing, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("standing");
    json.writeStringField("novelty", standing.novelty().word());
    JsonValues.number(json, "before", standing.before());
    Integer line = standing.suppressedBy();
    JsonValues.number(json, "suppressedBy", line == null ? null : line.longValue());
    json.writeStringField("suppress", standing.suppress());
    json.writeEndObject();
  }

  static void write(Suppressed suppressed, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("suppressed");
    json.writeStringField("file", suppressed.file());
    json.writeArrayFieldStart("suppressions");
    for (Suppression suppression : suppressed.suppressions()) {
      json.writeStartObject();
      json.writeNumberField("line", suppression.line());
      json.writeStringField("pattern", suppression.pattern());
      json.writeStringField("reason", suppression.reason());
      json.writeStringField("until", suppression.until());
      json.writeBooleanField("expired", suppression.expired());
      json.writeNumberField("matched", suppression.matched());
      json.writeNumberField("resources", suppression.resources());
      json.writeEndObject();
    }
    json.writeEndArray();
    JsonFinding.array("findings", suppressed.findings(), json);
    json.writeEndObject();
  }

  static void write(@Nullable Comparison baseline, JsonGenerator json) throws IOException {
    if (baseline == null) {
      json.writeNullField("baseline");
      return;
    }
    json.writeObjectFieldStart("baseline");
    json.writeStringField("file", baseline.file());
    json.writeNumberField("added", baseline.added());
    json.writeNumberField("known", baseline.known());
    json.writeNumberField("gone", baseline.gone());
    json.writeEndObject();
  }

  private JsonStanding() {}
}
