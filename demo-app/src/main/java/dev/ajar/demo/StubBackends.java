package dev.ajar.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The services behind the gateway: stubs in this process, each on a loopback port of its own. */
final class StubBackends implements Closeable {

  /** Text over the quota of those that have one: refused with 429, so that it is no accident. */
  static final String OVER_QUOTA = "(over quota)";

  private static final Set<String> LIMITED = Set.of("embeddings", "llm");

  private final Map<String, HttpServer> servers = new TreeMap<>();

  /**
   * Starts them all.
   *
   * @throws IOException if a port cannot be bound
   */
  StubBackends() throws IOException {
    start("archive", Json.object("id", "transcript-1"));
    start("billing", Json.object("charged", "1"));
    start("embeddings", Json.object("vector", "0.12 0.84 0.53"));
    start("llm", Json.object("text", "A jar is ajar."));
    start("metrics", Json.object("received", "1"));
    start("moderation", Json.object("verdict", "fine"));
    start("quotas", Json.object("left", "41"));
    start("tokens", Json.object("token", "token-1"));
    start("webhooks", Json.object("received", "1"));
  }

  /** Where the back end of that name listens. */
  URI address(String name) {
    return requireNonNull(addresses().get(name), name);
  }

  Map<String, URI> addresses() {
    var addresses = new TreeMap<String, URI>();
    servers.forEach((name, server) -> addresses.put(name, Loopback.address(server).resolve("/v1")));
    return addresses;
  }

  @Override
  public void close() {
    servers.values().forEach(server -> server.stop(0));
  }

  private void start(String name, String answer) throws IOException {
    HttpServer server = Loopback.bind(name, 0, 4);
    boolean limited = LIMITED.contains(name);
    server.createContext("/v1", exchange -> serve(exchange, answer, limited));
    server.start();
    servers.put(name, server);
  }

  private static void serve(HttpExchange exchange, String answer, boolean limited)
      throws IOException {
    try (exchange) {
      String asked = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      if (limited && asked.contains(OVER_QUOTA)) {
        exchange.getResponseHeaders().set("Retry-After", "2");
        Loopback.answer(exchange, 429, Json.object("error", "rate limited"));
      } else {
        Loopback.answer(exchange, 200, answer);
      }
    }
  }
}
