package dev.ajar.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What all JSON of Ajar's has in common. */
final class JsonValues {

  /**
   * Writes plain ASCII, which no terminal takes for a command, and does not close the stream.
   *
   * @throws IOException if the stream throws it
   */
  static JsonGenerator generator(OutputStream to) throws IOException {
    return JsonFactory.builder()
        .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
        .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
        .build()
        .createGenerator(to);
  }

  static void tally(JsonGenerator json, String key, Tally tally) throws IOException {
    json.writeObjectFieldStart(key);
    json.writeNumberField("opened", tally.opened());
    json.writeNumberField("closed", tally.closed());
    json.writeNumberField("closedDuringShutdown", tally.closedDuringShutdown());
    json.writeNumberField("closedWithOwner", tally.closedWithOwner());
    json.writeNumberField("closing", tally.closing());
    json.writeNumberField("abandoned", tally.abandoned());
    json.writeNumberField("open", tally.open());
    json.writeNumberField("stuck", tally.stuck());
    json.writeEndObject();
  }

  static void blame(JsonGenerator json, @Nullable Blame blame) throws IOException {
    if (blame == null) {
      json.writeNullField("blame");
      return;
    }
    json.writeObjectFieldStart("blame");
    json.writeStringField("className", blame.className());
    json.writeStringField("method", blame.method());
    json.writeStringField("file", blame.file());
    if (blame.line() == null) {
      json.writeNullField("line");
    } else {
      json.writeNumberField("line", blame.line());
    }
    json.writeBooleanField("application", blame.application());
    json.writeEndObject();
  }

  static void number(JsonGenerator json, String key, @Nullable Long value) throws IOException {
    if (value == null) {
      json.writeNullField(key);
    } else {
      json.writeNumberField(key, value);
    }
  }

  static void moment(JsonGenerator json, String key, @Nullable Moment moment) throws IOException {
    json.writeStringField(key, moment == null ? null : moment.iso());
  }

  static void strings(JsonGenerator json, String key, List<String> strings) throws IOException {
    json.writeArrayFieldStart(key);
    for (String string : strings) {
      json.writeString(string);
    }
    json.writeEndArray();
  }

  private JsonValues() {}
}
