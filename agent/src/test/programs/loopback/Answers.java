import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/** What the server answers. */
final class Answers {

  private static final byte[] SMALL = "a small answer".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LARGE = new byte[2_000_000];

  // A server's own thread is a daemon if the thread that starts it is.
  static HttpServer serve() {
    System.setProperty("sun.net.httpserver.nodelay", "true"); // or each answer takes 40 ms
    ExecutorService daemons =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task);
              thread.setDaemon(true);
              return thread;
            });
    return CompletableFuture.supplyAsync(() -> serve(daemons), daemons).join();
  }

  private static HttpServer serve(ExecutorService daemons) {
    try {
      InetAddress loopback = InetAddress.getLoopbackAddress();
      HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), 64);
      server.setExecutor(daemons);
      server.createContext("/", Answers::answer);
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    switch (exchange.getRequestURI().getPath()) {
      case "/large" -> send(exchange, 200, LARGE);
      case "/error" -> send(exchange, 500, SMALL);
      case "/empty" -> exchange.sendResponseHeaders(204, -1);
      case "/unmodified" -> exchange.sendResponseHeaders(304, -1);
      case "/moved" -> send(exchange, 302, SMALL, "Location", Loopback.small());
      case "/zipped" -> send(exchange, 200, zip(SMALL), "Content-Encoding", "gzip");
      case "/cacheable" -> send(exchange, 200, SMALL, "Cache-Control", "max-age=60");
      case "/cut" -> {
        exchange.sendResponseHeaders(200, 1_000);
        exchange.getResponseBody().write(SMALL);
        exchange.getResponseBody().flush();
      }
      default -> send(exchange, 200, SMALL);
    }
    exchange.close();
  }

  private static void send(HttpExchange exchange, int status, byte[] body, String... header)
      throws IOException {
    if (header.length == 2) {
      exchange.getResponseHeaders().set(header[0], header[1]);
    }
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head ? -1 : body.length);
    if (!head) {
      exchange.getResponseBody().write(body);
    }
  }

  private static byte[] zip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(plain);
    }
    return bytes.toByteArray();
  }

  private Answers() {}
}
