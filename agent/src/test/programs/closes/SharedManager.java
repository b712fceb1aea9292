import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;

/** A manager that clients share and none closes, and one that its owner closes in the end. */
class SharedManager {

  static PoolingHttpClientConnectionManager forgotten;

  public static void main(String[] arguments) throws Exception {
    forgotten = new PoolingHttpClientConnectionManager(); // expect: close-failed 1 Apache HttpClient 5 connection manager
    for (int client = 0; client < 5; client++) {
      ask(forgotten);
    }
    try (var closed = new PoolingHttpClientConnectionManager()) {
      ask(closed);
      ask(closed);
    }
  }

  private static void ask(PoolingHttpClientConnectionManager manager) throws Exception {
    try (CloseableHttpClient client =
        HttpClients.custom().setConnectionManager(manager).setConnectionManagerShared(true).build()) {
      client.execute(new HttpGet(Loopback.small()), response -> null);
    }
  }
}
