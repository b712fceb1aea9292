import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;

/** The same with Apache HttpClient 4. */
class SharedManagerOf4 {

  static PoolingHttpClientConnectionManager forgotten;

  public static void main(String[] arguments) throws Exception {
    forgotten = new PoolingHttpClientConnectionManager(); // expect: close-failed 1 Apache HttpClient 4 connection manager
    ask(forgotten);
    PoolingHttpClientConnectionManager closed = new PoolingHttpClientConnectionManager();
    ask(closed);
    closed.close();
  }

  private static void ask(PoolingHttpClientConnectionManager manager) throws Exception {
    try (CloseableHttpClient client =
        HttpClients.custom().setConnectionManager(manager).setConnectionManagerShared(true).build()) {
      client.execute(new HttpGet(Loopback.small()), response -> null);
    }
  }
}
