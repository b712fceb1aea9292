package dev.ajar.benchmarks;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/** A server that answers each request with 1 KiB, in a process of its own; prints its port. */
public final class Answers {

  /** Serves until standard input ends. */
  public static void main(String... args) throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    byte[] body = new byte[1024];
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, body.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
    server.start();
    System.out.println(server.getAddress().getPort());
    while (System.in.read() >= 0) {
      // Whoever started this still wants it.
    }
    System.exit(0);
  }

  private Answers() {}
}
