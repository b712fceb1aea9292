import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.pool.PoolStats;

/** Clients of Apache HttpClient 5 that hold connections and threads, or whose pool is used up. */
public class Leases {

  private static final List<Object> KEPT = new ArrayList<>();

  public static void main(String[] args) throws Exception {
    String url = Loopback.small().replace("127.0.0.1", "localhost");
    switch (args[0]) {
      case "many" -> many(url);
      case "exhausted" -> exhausted(url);
      case "stuck" -> stuck(url);
      default -> throw new IllegalArgumentException(args[0]);
    }
    System.exit(0); // with the server still there
  }

  private static void many(String url) throws Exception {
    for (int made = 0; made < 6; made++) {
      CloseableHttpClient client = HttpClients.custom().evictExpiredConnections().build();
      KEPT.add(client);
      get(client, url);
      if (made < 2) {
        KEPT.add(client.executeOpen(null, new HttpGet(url), null));
      }
    }
  }

  /** All five connections of the route are leased; a sixth request waits. */
  private static void exhausted(String url) throws Exception {
    PoolingHttpClientConnectionManager pool = new PoolingHttpClientConnectionManager();
    CloseableHttpClient client = HttpClients.custom().setConnectionManager(pool).build();
    KEPT.add(client);
    for (int leased = 0; leased < 5; leased++) {
      KEPT.add(client.executeOpen(null, new HttpGet(url), null));
    }
    Thread waiting = new Thread(() -> KEPT.add(get(client, url)));
    waiting.setDaemon(true);
    waiting.start();
    while (pool.getTotalStats().getPending() == 0) {
      Thread.onSpinWait();
    }
  }

  /** One pool answers, and one is locked for ever. */
  private static void stuck(String url) throws Exception {
    for (int made = 0; made < 2; made++) {
      Slow pool = new Slow(made == 1);
      CloseableHttpClient client = HttpClients.custom().setConnectionManager(pool).build();
      KEPT.add(client);
      get(client, url);
    }
  }

  private static Object get(CloseableHttpClient client, String url) {
    try {
      return client.execute(new HttpGet(url), response -> EntityUtils.toString(response.getEntity()));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** A manager that may never tell its counts. */
  public static class Slow extends PoolingHttpClientConnectionManager {

    private final boolean stuck;

    Slow(boolean stuck) {
      this.stuck = stuck;
    }

    @Override
    public PoolStats getTotalStats() {
      try {
        if (stuck) {
          new CountDownLatch(1).await();
        }
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return super.getTotalStats();
    }
  }
}
