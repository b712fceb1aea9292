import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** As much of S3 as the application needs: one bucket, on the loopback address. */
final class Bucket implements AutoCloseable {

  static final String NAME = "bucket";
  static final int SIZE = 3_000_000;

  private static final String LIST =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>bucket</Name>\
      <KeyCount>1</KeyCount><MaxKeys>1</MaxKeys><IsTruncated>%s</IsTruncated>%s\
      <Contents><Key>small</Key><Size>1</Size></Contents></ListBucketResult>""";
  private static final String MISSING =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Error><Code>NoSuchKey</Code><Message>not there</Message></Error>""";

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  Bucket() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    server.setExecutor(threads);
    server.createContext("/", Bucket::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      String path = exchange.getRequestURI().getPath();
      if (path.endsWith("/missing")) {
        send(exchange, 404, MISSING.getBytes(StandardCharsets.UTF_8));
      } else if (exchange.getRequestMethod().equals("GET")) {
        send(exchange, 200, body(path, exchange.getRequestURI().getQuery()));
      } else if (exchange.getRequestMethod().equals("DELETE")) {
        exchange.sendResponseHeaders(204, -1);
      } else {
        exchange.getResponseHeaders().set("ETag", "\"0\"");
        exchange.sendResponseHeaders(200, -1);
      }
    }
  }

  private static byte[] body(String path, String query) {
    if (path.endsWith("/large")) {
      return new byte[SIZE];
    }
    boolean list = path.equals("/" + NAME) || path.equals("/" + NAME + "/");
    if (!list) {
      return "a small object".getBytes(StandardCharsets.US_ASCII);
    }
    boolean last = query.contains("continuation-token");
    String next = last ? "" : "<NextContinuationToken>next</NextContinuationToken>";
    return LIST.formatted(!last, next).getBytes(StandardCharsets.UTF_8);
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head ? -1 : body.length);
    if (!head) {
      exchange.getResponseBody().write(body);
    }
  }
}
