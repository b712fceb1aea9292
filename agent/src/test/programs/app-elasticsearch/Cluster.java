import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** As much of Elasticsearch as the application needs, on the loopback address. */
final class Cluster implements AutoCloseable {

  private static final String FOUND =
      """
      {"_index":"books","_id":"1","_version":1,"_seq_no":0,"_primary_term":1,"found":true,\
      "_source":{"title":"a book"}}""";
  private static final String INDEXED =
      """
      {"_index":"books","_id":"1","_version":1,"result":"created","_seq_no":0,"_primary_term":1,\
      "_shards":{"total":1,"successful":1,"failed":0}}""";
  private static final String SEARCHED =
      """
      {"took":1,"timed_out":false,"_shards":{"total":1,"successful":1,"failed":0},"hits":{"total":\
      {"value":1,"relation":"eq"},"hits":[{"_index":"books","_id":"1","_source":\
      {"title":"a book"}}]}}""";
  private static final String BULK =
      """
      {"took":1,"errors":false,"items":[{"index":{"_index":"books","_id":"1","status":201}}]}""";
  private static final String FAILED =
      """
      {"error":{"root_cause":[],"type":"index_not_found_exception","reason":"no such index"},\
      "status":404}""";

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  Cluster() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    server.setExecutor(threads);
    server.createContext("/", Cluster::answer);
    server.start();
  }

  /** Such as {@code http://127.0.0.1:9200}. */
  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
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
      boolean asks = exchange.getRequestMethod().equals("GET");
      switch (path) {
        case "/", "/books" -> send(exchange, 200, "{}");
        case "/books/_search" -> send(exchange, 200, SEARCHED);
        case "/books/_doc/1" -> send(exchange, 200, asks ? FOUND : INDEXED);
        case "/_bulk" -> send(exchange, 200, BULK);
        default -> send(exchange, 404, FAILED);
      }
    }
  }

  private static void send(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("X-Elastic-Product", "Elasticsearch");
    exchange
        .getResponseHeaders()
        .set("Content-Type", "application/vnd.elasticsearch+json;compatible-with=8");
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head ? -1 : body.length);
    if (!head) {
      exchange.getResponseBody().write(body);
    }
  }
}
