import java.io.IOException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.BasicHttpClientResponseHandler;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;

/** Closes the clients that share a connection manager, and not the manager. */
class CloseWithoutEffect {

  private static PoolingHttpClientConnectionManager manager;

  static void leak() throws IOException {
    manager = pool();
    ask(manager);
    ask(manager);
  }

  static PoolingHttpClientConnectionManager pool() {
    return new PoolingHttpClientConnectionManager(); // expect: close-failed 1 Apache HttpClient 5 connection manager
  }

  static void mended() throws IOException {
    try (var manager = new PoolingHttpClientConnectionManager()) {
      ask(manager);
      ask(manager);
    }
  }

  static String ask(PoolingHttpClientConnectionManager shared) throws IOException {
    var builder = HttpClients.custom().setConnectionManager(shared).setConnectionManagerShared(true);
    try (var client = builder.build()) {
      return client.execute(new HttpGet(Loopback.small()), new BasicHttpClientResponseHandler());
    }
  }
}
