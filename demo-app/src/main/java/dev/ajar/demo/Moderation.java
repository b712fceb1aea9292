package dev.ajar.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** Says what may be asked, over one {@code java.net.http} client, which need not be closed. */
final class Moderation {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URI endpoint;

  Moderation(URI endpoint) {
    this.endpoint = endpoint;
  }

  /**
   * Lets the text pass.
   *
   * @throws IllegalArgumentException if the text may not be asked
   */
  void screen(String text) throws IOException {
    var body = BodyPublishers.ofString(Json.object("text", text));
    var request = HttpRequest.newBuilder(endpoint).POST(body).build();
    try {
      String verdict = Json.text(HTTP.send(request, BodyHandlers.ofString()).body(), "verdict");
      if (!verdict.equals("fine")) {
        throw new IllegalArgumentException("not to be asked: " + verdict);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
