package dev.ajar.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.Executors;

/** Servers on the loopback address, set up for many small answers to many idle clients. */
final class Loopback {

  static {
    // Without this an answer waits for the client's delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    // The usual 200 would cut off conversations whose next turn is still to come.
    System.setProperty("sun.net.httpserver.maxIdleConnections", "2000");
  }

  private Loopback() {}

  /**
   * Binds a server that is still to be given contexts and started.
   *
   * @param name what its worker threads are called, with a number after it
   * @param port port to bind; 0 takes a free one
   * @param workers how many requests it answers at a time
   * @throws IOException if the port is taken
   */
  static HttpServer bind(String name, int port, int workers) throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    HttpServer server = HttpServer.create(address, 128);
    server.setExecutor(Executors.newFixedThreadPool(workers, Daemons.numbered(name)));
    return server;
  }

  static URI address(HttpServer server) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
