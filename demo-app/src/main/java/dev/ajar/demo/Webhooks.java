package dev.ajar.demo;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Tells customers what happened; the deliveries are kept so that one can be sent again. */
final class Webhooks {

  private final Queue<Delivery> deliveries = new ConcurrentLinkedQueue<>();
  private final URI endpoint;

  Webhooks(URI endpoint) {
    this.endpoint = endpoint;
  }

  /** Sends an event and does not wait. Every delivery starts a client, and a thread, of its own. */
  void deliver(String event) {
    var http = HttpClient.newHttpClient(); // expect: open piled-up 40 java.net.http client
    var body = BodyPublishers.ofString(Json.object("event", event));
    var request = HttpRequest.newBuilder(endpoint).POST(body).build();
    deliveries.add(new Delivery(http, http.sendAsync(request, BodyHandlers.discarding())));
  }

  int count() {
    return deliveries.size();
  }

  private record Delivery(HttpClient http, CompletableFuture<HttpResponse<Void>> outcome) {}
}
