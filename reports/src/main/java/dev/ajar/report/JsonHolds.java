package dev.ajar.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes what is held as JSON: by the resources of one place, and by the process. */
final class JsonHolds {

  static void write(@Nullable Holds holds, JsonGenerator json) throws IOException {
    if (holds == null) {
      json.writeNullField("holds");
      return;
    }
    json.writeObjectFieldStart("holds");
    json.writeArrayFieldStart("threads");
    for (Holds.Threads threads : holds.threads()) {
      json.writeStartObject();
      json.writeStringField("name", threads.name());
      json.writeBooleanField("daemon", threads.daemon());
      json.writeNumberField("count", threads.count());
      json.writeStringField("bound", threads.bound().word());
      json.writeNumberField("places", threads.places());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("sockets");
    for (Holds.Sockets sockets : holds.sockets()) {
      json.writeStartObject();
      json.writeStringField("remote", sockets.remote());
      json.writeStringField("host", sockets.host());
      json.writeNumberField("established", sockets.established());
      json.writeNumberField("closeWait", sockets.closeWait());
      json.writeNumberField("places", sockets.places());
      json.writeEndObject();
    }
    json.writeEndArray();
    pools(holds.pools(), json);
    json.writeEndObject();
  }

  private static void pools(Holds.@Nullable Pools pools, JsonGenerator json) throws IOException {
    if (pools == null) {
      json.writeNullField("pools");
      return;
    }
    json.writeObjectFieldStart("pools");
    json.writeNumberField("asked", pools.asked());
    json.writeNumberField("answered", pools.answered());
    json.writeNumberField("leased", pools.leased());
    json.writeNumberField("available", pools.available());
    json.writeNumberField("pending", pools.pending());
    json.writeNumberField("exhausted", pools.exhausted());
    json.writeEndObject();
  }

  static void process(@Nullable ProcessHolds holds, JsonGenerator json) throws IOException {
    if (holds == null) {
      json.writeNullField("holds");
      return;
    }
    json.writeObjectFieldStart("holds");
    JsonValues.number(json, "liveThreads", holds.liveThreads());
    JsonValues.number(json, "nonDaemonThreads", holds.nonDaemonThreads());
    json.writeNumberField("clientThreads", holds.clientThreads());
    descriptors(holds.descriptors(), json);
    tcp(holds.tcp(), json);
    json.writeArrayFieldStart("peers");
    for (ProcessHolds.Peer peer : holds.peers()) {
      json.writeStartObject();
      json.writeStringField("remote", peer.remote());
      json.writeNumberField("established", peer.established());
      json.writeNumberField("closeWait", peer.closeWait());
      json.writeEndObject();
    }
    json.writeEndArray();
    ProcessHolds.Hang hang = holds.hang();
    if (hang == null) {
      json.writeNullField("hang");
    } else {
      json.writeObjectFieldStart("hang");
      JsonValues.moment(json, "since", hang.since());
      JsonValues.strings(json, "by", hang.by());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void descriptors(ProcessHolds.@Nullable Descriptors open, JsonGenerator json)
      throws IOException {
    if (open == null) {
      json.writeNullField("descriptors");
      return;
    }
    json.writeObjectFieldStart("descriptors");
    json.writeNumberField("files", open.files());
    json.writeNumberField("sockets", open.sockets());
    json.writeNumberField("pipes", open.pipes());
    json.writeNumberField("anonymous", open.anonymous());
    json.writeEndObject();
  }

  private static void tcp(ProcessHolds.@Nullable Tcp tcp, JsonGenerator json) throws IOException {
    if (tcp == null) {
      json.writeNullField("tcp");
      return;
    }
    json.writeObjectFieldStart("tcp");
    json.writeNumberField("established", tcp.established());
    json.writeNumberField("closeWait", tcp.closeWait());
    json.writeNumberField("accepted", tcp.accepted());
    json.writeNumberField("listening", tcp.listening());
    json.writeEndObject();
  }

  private JsonHolds() {}
}
