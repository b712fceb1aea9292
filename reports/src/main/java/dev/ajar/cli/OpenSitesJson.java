package dev.ajar.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.ajar.report.Blame;
import dev.ajar.report.Header;
import dev.ajar.report.Moment;
import dev.ajar.report.OpenSites;
import dev.ajar.report.Tally;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** What is open in a running process as one line of JSON, in plain ASCII. */
final class OpenSitesJson {

  /** The value of the key {@code schema}. */
  static final String SCHEMA = "ajar-live/1";

  private final JsonGenerator json;

  private OpenSitesJson(JsonGenerator json) {
    this.json = json;
  }

  /**
   * Writes it, and does not close the stream.
   *
   * @throws IOException if the stream throws it
   */
  static void write(OpenSites open, OutputStream to) throws IOException {
    JsonFactory factory =
        JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();
    try (JsonGenerator json = factory.createGenerator(to)) {
      new OpenSitesJson(json).write(open);
      json.writeRaw('\n');
    }
  }

  private void write(OpenSites open) throws IOException {
    Header header = open.header();
    json.writeStartObject();
    json.writeStringField("schema", SCHEMA);
    json.writeObjectField("pid", header.pid());
    json.writeStringField("host", header.host());
    json.writeStringField("service", header.service());
    json.writeStringField("build", header.build());
    moment("started", header.started());
    moment("attached", header.attached());
    moment("at", header.asOf());
    tally("clients", open.summary().clients());
    tally("responses", open.summary().responses());
    json.writeArrayFieldStart("sites");
    for (OpenSites.Site site : open.sites()) {
      site(site);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("damage");
    for (String line : open.damage()) {
      json.writeString(line);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void site(OpenSites.Site site) throws IOException {
    json.writeStartObject();
    json.writeStringField("fingerprint", site.fingerprint());
    json.writeStringField("type", site.type());
    json.writeStringField("className", site.className());
    json.writeBooleanField("response", site.response());
    json.writeNumberField("open", site.open());
    tally("counts", site.counts());
    moment("lastOpened", site.lastOpened());
    json.writeBooleanField("adopted", site.adopted());
    blame(site.blame());
    json.writeEndObject();
  }

  private void blame(@Nullable Blame blame) throws IOException {
    if (blame == null) {
      json.writeNullField("blame");
      return;
    }
    json.writeObjectFieldStart("blame");
    json.writeStringField("className", blame.className());
    json.writeStringField("method", blame.method());
    json.writeStringField("file", blame.file());
    json.writeObjectField("line", blame.line());
    json.writeBooleanField("application", blame.application());
    json.writeEndObject();
  }

  private void tally(String key, Tally tally) throws IOException {
    json.writeObjectFieldStart(key);
    json.writeNumberField("opened", tally.opened());
    json.writeNumberField("closed", tally.closed());
    json.writeNumberField("closedDuringShutdown", tally.closedDuringShutdown());
    json.writeNumberField("closedWithOwner", tally.closedWithOwner());
    json.writeNumberField("closing", tally.closing());
    json.writeNumberField("stuck", tally.stuck());
    json.writeNumberField("abandoned", tally.abandoned());
    json.writeNumberField("open", tally.open());
    json.writeEndObject();
  }

  private void moment(String key, @Nullable Moment moment) throws IOException {
    json.writeStringField(key, moment == null ? null : moment.iso());
  }
}
