import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** As much of S3 and DynamoDB as fixtures ask for. It keeps no JVM alive. */
final class Store {

  private static final byte[] SMALL = text("a small object");
  private static final byte[] LARGE = new byte[2_000_000];
  private static final byte[] MISSING =
      text("<Error><Code>NoSuchKey</Code><Message>none</Message></Error>");
  private static final byte[] BROKEN =
      text("<Error><Code>InternalError</Code><Message>broken</Message></Error>");
  private static final byte[] TABLES = text("{\"TableNames\":[]}");

  static URI address() {
    return URI.create("http://127.0.0.1:" + Running.SERVER.getAddress().getPort());
  }

  // A server's own thread is a daemon if the thread that starts it is.
  private static HttpServer serve() {
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
      server.createContext("/", Store::answer);
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    switch (exchange.getRequestURI().getPath()) {
      case "/bucket/large" -> send(exchange, 200, LARGE);
      case "/bucket/empty" -> exchange.sendResponseHeaders(200, -1);
      case "/bucket/missing" -> send(exchange, 404, MISSING);
      case "/bucket/broken" -> send(exchange, 500, BROKEN);
      case "/bucket/cut" -> {
        exchange.sendResponseHeaders(200, 1_000);
        exchange.getResponseBody().write(SMALL);
        exchange.getResponseBody().flush();
      }
      case "/" -> {
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
        send(exchange, 200, TABLES);
      }
      default -> send(exchange, 200, SMALL);
    }
    exchange.close();
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head ? -1 : body.length);
    if (!head) {
      exchange.getResponseBody().write(body);
    }
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Store itself has to stand before a thread of the server's can use it. */
  private static final class Running {

    static final HttpServer SERVER = serve();
  }

  private Store() {}
}
