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

/**
 * As much of Solr as fixtures ask for: one node, whose cores answer each in its way, in Solr's
 * binary format, with the state of a cluster of this node alone. It keeps no JVM alive.
 */
final class SolrNode {

  private static final byte[] LARGE = new byte[2_000_000];

  /** Such as {@code 127.0.0.1:40123}. */
  static String host() {
    return "127.0.0.1:" + Running.SERVER.getAddress().getPort();
  }

  /** Below it are the cores: small, large, broken, cut and missing. */
  static String address() {
    return "http://" + host() + "/solr";
  }

  // A server's own thread is a daemon if the thread that starts it is.
  private static HttpServer serve() {
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
      server.createContext("/", SolrNode::answer);
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
    switch (exchange.getRequestURI().getPath().split("/")[2]) {
      case "large" -> send(exchange, 200, LARGE);
      case "broken" -> send(exchange, 500, state());
      case "missing" -> send(exchange, 404, state());
      case "cut" -> {
        exchange.sendResponseHeaders(200, 1_000);
        exchange.getResponseBody().write(state(), 0, 20);
        exchange.getResponseBody().flush();
      }
      default -> send(exchange, 200, state());
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

  /** {cluster: {live_nodes: [this one], collections: {}}}, in version 2 of the binary format. */
  private static byte[] state() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(2);
    map(bytes, 1);
    key(bytes, "cluster");
    map(bytes, 2);
    key(bytes, "live_nodes");
    bytes.write(0x80 | 1); // a list of one
    text(bytes, host() + "_solr");
    key(bytes, "collections");
    map(bytes, 0);
    return bytes.toByteArray();
  }

  private static void map(ByteArrayOutputStream bytes, int size) {
    bytes.write(0xA0 | size);
  }

  private static void key(ByteArrayOutputStream bytes, String key) throws IOException {
    bytes.write(0xE0); // one that was not there before
    text(bytes, key);
  }

  /** Of up to 30 characters. */
  private static void text(ByteArrayOutputStream bytes, String text) throws IOException {
    bytes.write(0x20 | text.length());
    bytes.write(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** SolrNode itself has to stand before a thread of the server's can use it. */
  private static final class Running {

    static final HttpServer SERVER = serve();
  }

  private SolrNode() {}
}
