import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * As much of an account of Azure Cosmos DB as the fixture asks for, on the loopback address, with a
 * certificate that was made just now and that this JVM trusts. It keeps no JVM alive.
 */
final class Account {

  /** In a client's user agent: it is not let in. */
  static final String UNKNOWN = "unknown";

  private static final char[] PASSWORD = "loopback".toCharArray();
  private static final String DOCUMENT =
      """
      {"id": "loopback", "_rid": "loopback", "_self": "", "_dbs": "//dbs/",
       "media": "//media/", "addresses": "//addresses/",
       "writableLocations": [{"name": "here", "databaseAccountEndpoint": "HERE"}],
       "readableLocations": [{"name": "here", "databaseAccountEndpoint": "HERE"}],
       "enableMultipleWriteLocations": false,
       "userReplicationPolicy":
           {"asyncReplication": false, "minReplicaSetSize": 1, "maxReplicasetSize": 4},
       "userConsistencyPolicy": {"defaultConsistencyLevel": "Session"},
       "systemReplicationPolicy": {"minReplicaSetSize": 1, "maxReplicasetSize": 4},
       "readPolicy": {"primaryReadCoefficient": 1, "secondaryReadCoefficient": 1},
       "queryEngineConfiguration": "{}"}
      """;
  private static final String DATABASE =
      """
      {"id": "small", "_rid": "AAAAAA==", "_self": "dbs/AAAAAA==/", "_etag": "1", "_ts": 1}
      """;
  private static final String FAULT = "{\"code\": \"Fault\", \"message\": \"none\"}";
  private static final Executor DAEMONS =
      task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
      };

  private final HttpsServer server;

  Account() throws Exception {
    Path file = keys();
    System.setProperty("javax.net.ssl.trustStore", file.toString());
    System.setProperty("javax.net.ssl.trustStorePassword", new String(PASSWORD));
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
    own.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), null, null);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext("/", this::answer);
    server.setExecutor(DAEMONS);
    CompletableFuture.runAsync(server::start, DAEMONS).join();
  }

  String host() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Where clients are to look for the account. */
  String endpoint() {
    return "https://" + host() + "/";
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    if (exchange.getRequestHeaders().getFirst("User-Agent").contains(UNKNOWN)) {
      send(exchange, 401, FAULT);
      exchange.close();
      return;
    }
    switch (exchange.getRequestURI().getPath()) {
      case "/", "" -> send(exchange, 200, DOCUMENT.replace("HERE", endpoint()));
      case "/dbs/small", "/dbs/small/" -> send(exchange, 200, DATABASE);
      case "/dbs/broken", "/dbs/broken/" -> send(exchange, 500, FAULT);
      case "/dbs/empty", "/dbs/empty/" -> exchange.sendResponseHeaders(204, -1);
      default -> send(exchange, 404, FAULT);
    }
    exchange.close();
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.US_ASCII);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private static Path keys() throws Exception {
    Path directory = Files.createTempDirectory("keys");
    Path file = directory.resolve("keys.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process making =
        new ProcessBuilder(
                keytool, "-genkeypair", "-keyalg", "EC", "-dname", "CN=127.0.0.1",
                "-ext", "SAN=ip:127.0.0.1", "-storetype", "PKCS12", "-storepass",
                new String(PASSWORD), "-keystore", file.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (making.waitFor() != 0) {
      throw new AssertionError("keytool ended with " + making.exitValue());
    }
    file.toFile().deleteOnExit();
    directory.toFile().deleteOnExit();
    return file;
  }
}
