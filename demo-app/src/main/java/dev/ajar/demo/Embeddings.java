package dev.ajar.demo;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Vectors of texts, over OkHttp. */
final class Embeddings {

  private static final MediaType JSON = MediaType.get("application/json");

  private final OkHttpClient shared = new OkHttpClient();
  private final Map<String, OkHttpClient> ofTenants = new ConcurrentHashMap<>();
  private final String endpoint;
  private final Refusals refusals;

  Embeddings(URI endpoint, Refusals refusals) {
    this.endpoint = endpoint.toString();
    this.refusals = refusals;
  }

  /** A vector. A refusal leaves before the reply is closed. */
  String embed(String text) throws IOException {
    var reply = shared.newCall(ask(text)).execute(); // expect: partial 3 OkHttp response
    if (!reply.isSuccessful()) {
      refusals.add("embeddings", () -> retryAfter(reply));
      throw new BackendBusy("embeddings");
    }
    try (reply) {
      return Json.text(reply.body().string(), "vector");
    }
  }

  /** Tags for a transcript, or none: the reply is closed on both ways. */
  String tags(String transcript) throws IOException {
    try (var reply = patient().newCall(ask(transcript)).execute()) {
      return reply.isSuccessful() ? Json.text(reply.body().string(), "vector") : "";
    }
  }

  /** What a tenant said before, from an index of its own, over a pool and threads of its own. */
  String recall(String tenant, String prompt) throws IOException {
    try (var reply = ofTenant(tenant).newCall(ask(prompt)).execute()) {
      if (!reply.isSuccessful()) {
        throw new BackendBusy("embeddings");
      }
      return Json.text(reply.body().string(), "vector");
    }
  }

  int tenants() {
    return ofTenants.size();
  }

  private OkHttpClient ofTenant(String tenant) {
    return ofTenants.computeIfAbsent(
        tenant, name -> new OkHttpClient()); // expect: open piled-up 20 OkHttp client
  }

  /** The shared client with more time for long texts: the same pool, the same threads. */
  private OkHttpClient patient() {
    return shared.newBuilder().readTimeout(Duration.ofSeconds(60)).build();
  }

  private static String retryAfter(Response reply) {
    var seconds = reply.header("Retry-After");
    return seconds == null ? "unknown" : seconds;
  }

  private Request ask(String text) {
    var body = RequestBody.create(Json.object("text", text), JSON);
    return new Request.Builder().url(endpoint).post(body).build();
  }
}
