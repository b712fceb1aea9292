import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An https server on the loopback address, whose certificate was made just now. */
final class Secure {

  private static final char[] PASSWORD = "loopback".toCharArray();
  private static final Executor DAEMONS =
      task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
      };

  private final SSLContext context;
  private final HttpsServer server;

  Secure() throws Exception {
    KeyStore keys = keys();
    KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
    own.init(keys, PASSWORD);
    TrustManagerFactory trusted = TrustManagerFactory.getInstance("PKIX");
    trusted.init(keys);
    context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext("/", Secure::answer);
    server.setExecutor(DAEMONS);
    CompletableFuture.runAsync(server::start, DAEMONS).join();
  }

  /** A connection that trusts the server. */
  HttpsURLConnection connection(String path) throws IOException {
    URL url = new URL("https://127.0.0.1:" + server.getAddress().getPort() + path);
    HttpsURLConnection connection = (HttpsURLConnection) url.openConnection();
    connection.setSSLSocketFactory(context.getSocketFactory());
    return connection;
  }

  private static void answer(HttpExchange exchange) throws IOException {
    int status = exchange.getRequestURI().getPath().equals("/error") ? 500 : 200;
    exchange.sendResponseHeaders(status, 100_000);
    exchange.getResponseBody().write(new byte[100_000]);
    exchange.close();
  }

  private static KeyStore keys() throws Exception {
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
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    Files.delete(file);
    Files.delete(directory);
    return keys;
  }
}
