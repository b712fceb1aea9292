package dev.ajar.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;

/** The gateway's HTTP face: which path asks what of the service, and what a failure becomes. */
final class HttpFront implements Closeable {

  private final HttpServer server;

  /**
   * Binds the port on the loopback address and serves.
   *
   * @throws IOException if the port is taken
   */
  HttpFront(ChatService service, int port) throws IOException {
    server = Loopback.bind("http", port, 32);
    route("/chat", asked -> service.chat(asked.value("tenant"), asked.number("id"), asked.body()));
    route("/guest", asked -> service.guest(asked.body()));
    route("/complete", asked -> service.complete(asked.body()));
    route("/embed", asked -> service.embed(asked.body()));
    route("/archive", asked -> service.archive(asked.body(), asked.has("notify")));
    route("/usage", asked -> service.usage());
    route("/refusals", asked -> service.refusals());
    route("/health", asked -> service.health());
    server.start();
  }

  URI address() {
    return Loopback.address(server);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void route(String path, Route route) {
    server.createContext(path, exchange -> serve(exchange, route));
  }

  private static void serve(HttpExchange exchange, Route route) throws IOException {
    try (exchange) {
      try {
        Loopback.answer(exchange, 200, route.answer(Asked.of(exchange)));
      } catch (BackendBusy e) {
        Loopback.answer(exchange, 503, Json.object("error", e.getMessage()));
      } catch (IllegalArgumentException e) {
        Loopback.answer(exchange, 400, Json.object("error", e.getMessage()));
      } catch (IOException | RuntimeException e) {
        Loopback.answer(exchange, 500, Json.object("error", e.toString()));
      }
    }
  }

  private interface Route {
    String answer(Asked asked) throws IOException;
  }
}
