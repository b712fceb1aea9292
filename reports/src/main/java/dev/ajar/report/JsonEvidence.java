package dev.ajar.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
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

  static void failedClose(@Nullable FailedClose failed, JsonGenerator json) throws IOException {
    if (failed == null) {
      json.writeNullField("failedClose");
      return;
    }
    json.writeObjectFieldStart("failedClose");
    json.writeNumberField("threw", failed.threw());
    JsonValues.strings(json, "exceptions", failed.exceptions());
    json.writeNumberField("inVain", failed.inVain());
    json.writeNumberField("closesInVain", failed.closesInVain());
    JsonValues.strings(json, "closedInVain", failed.closedInVain());
    json.writeNumberField("unfinished", failed.unfinished());
    JsonValues.moment(json, "unfinishedSince", failed.unfinishedSince());
    spots("closedAt", failed.closedAt(), json);
    json.writeBooleanField("more", failed.more());
    json.writeEndObject();
  }

  static void lateUse(@Nullable LateUse lateUse, JsonGenerator json) throws IOException {
    if (lateUse == null) {
      json.writeNullField("lateUse");
      return;
    }
    json.writeObjectFieldStart("lateUse");
    json.writeNumberField("count", lateUse.count());
    json.writeNumberField("uses", lateUse.uses());
    spots("usedAt", lateUse.usedAt(), json);
    spots("closedAt", lateUse.closedAt(), json);
    json.writeBooleanField("more", lateUse.more());
    json.writeEndObject();
  }

  private static void spots(String key, List<Spot> spots, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart(key);
    for (Spot spot : spots) {
      json.writeStartObject();
      json.writeStringField("frame", spot.frame());
      JsonValues.strings(json, "threads", spot.threads());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private JsonEvidence() {}
}
