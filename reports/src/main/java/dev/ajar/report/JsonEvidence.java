package dev.ajar.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes what proves a finding as JSON, one key for each kind of proof. */
final class JsonEvidence {

  static void churn(@Nullable Churn churn, JsonGenerator json) throws IOException {
    if (churn == null) {
      json.writeNullField("churn");
      return;
    }
    json.writeObjectFieldStart("churn");
    json.writeNumberField("closed", churn.closed());
    json.writeNumberField("medianLifeMillis", churn.medianLifeMillis());
    json.writeNumberField("medianRequests", churn.medianRequests());
    json.writeNumberField("used", churn.used());
    json.writeEndObject();
  }

  private JsonEvidence() {}
}
