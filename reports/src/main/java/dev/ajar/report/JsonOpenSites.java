package dev.ajar.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;

/** What is open in a running process as one line of JSON, in plain ASCII. */
public final class JsonOpenSites {

  /** The value of the key {@code schema}. */
  public static final String SCHEMA = "ajar-live/1";

  private final JsonGenerator json;

  private JsonOpenSites(JsonGenerator json) {
    this.json = json;
  }

  /**
   * Writes it, and does not close the stream.
   *
   * @throws IOException if the stream throws it
   */
  public static void write(OpenSites open, OutputStream to) throws IOException {
    try (JsonGenerator json = JsonValues.generator(to)) {
      new JsonOpenSites(json).write(open);
      json.writeRaw('\n');
    }
  }

  private void write(OpenSites open) throws IOException {
    Header header = open.header();
    json.writeStartObject();
    json.writeStringField("schema", SCHEMA);
    JsonValues.number(json, "pid", header.pid());
    json.writeStringField("host", header.host());
    json.writeStringField("service", header.service());
    json.writeStringField("build", header.build());
    JsonValues.moment(json, "started", header.started());
    JsonValues.moment(json, "attached", header.attached());
    JsonValues.moment(json, "at", header.asOf());
    JsonValues.tally(json, "clients", open.summary().clients());
    JsonValues.tally(json, "responses", open.summary().responses());
    json.writeArrayFieldStart("sites");
    for (OpenSites.Site site : open.sites()) {
      site(site);
    }
    json.writeEndArray();
    JsonValues.strings(json, "damage", open.damage());
    json.writeEndObject();
  }

  private void site(OpenSites.Site site) throws IOException {
    json.writeStartObject();
    json.writeStringField("fingerprint", site.fingerprint());
    json.writeStringField("type", site.type());
    json.writeStringField("className", site.className());
    json.writeBooleanField("response", site.response());
    json.writeNumberField("open", site.open());
    JsonValues.tally(json, "counts", site.counts());
    JsonValues.moment(json, "lastOpened", site.lastOpened());
    json.writeBooleanField("adopted", site.adopted());
    JsonValues.blame(json, site.blame());
    json.writeEndObject();
  }
}
