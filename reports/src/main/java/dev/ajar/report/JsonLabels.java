package dev.ajar.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Writes a finding's scopes and traces, and the last mark, as JSON. */
final class JsonLabels {

  static void write(Finding finding, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("scopes");
    for (Scope scope : finding.scopes()) {
      json.writeStartObject();
      json.writeStringField("name", scope.name());
      json.writeNumberField("opened", scope.opened());
      json.writeNumberField("unclosed", scope.unclosed());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("moreScoped", finding.moreScoped());
    Traces traces = finding.traces();
    if (traces == null) {
      json.writeNullField("traces");
    } else {
      json.writeObjectFieldStart("traces");
      json.writeStringField("first", traces.first());
      json.writeStringField("last", traces.last());
      json.writeEndObject();
    }
    SinceMark since = finding.sinceMark();
    if (since == null) {
      json.writeNullField("sinceMark");
    } else {
      json.writeObjectFieldStart("sinceMark");
      json.writeStringField("name", since.name());
      JsonValues.moment(json, "at", since.at());
      json.writeNumberField("opened", since.opened());
      json.writeEndObject();
    }
  }

  private JsonLabels() {}
}
