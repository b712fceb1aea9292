import java.util.ArrayList;
import java.util.List;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.apache.http.util.EntityUtils;

/** Gives connection managers of its own to clients of Apache HttpClient 4. */
public class Owner {

  private static final List<Object> KEPT = new ArrayList<>();

  public static void main(String[] args) throws Exception {
    for (int round = 0; round < 2; round++) {
      forgotten();
      closedThroughTheClient();
      leftOpenBySharing();
      sharedAndClosed();
      closedUnderItsClients();
    }
  }

  private static void forgotten() throws Exception {
    PoolingHttpClientConnectionManager manager = new PoolingHttpClientConnectionManager();
    CloseableHttpClient client =
        HttpClients.custom()
            .setConnectionManager(manager)
            .build(); // expect: open 2 Apache HttpClient 4 client
    get(client);
    KEPT.add(client);
  }

  private static void closedThroughTheClient() throws Exception {
    PoolingHttpClientConnectionManager manager = new PoolingHttpClientConnectionManager();
    try (CloseableHttpClient client =
        HttpClients.custom().setConnectionManager(manager).build()) {
      get(client);
    }
    KEPT.add(manager);
  }

  private static void leftOpenBySharing() throws Exception {
    PoolingHttpClientConnectionManager manager = manager();
    try (CloseableHttpClient client = sharing(manager)) {
      get(client);
    }
    KEPT.add(manager);
  }

  private static void sharedAndClosed() throws Exception {
    PoolingHttpClientConnectionManager manager = new PoolingHttpClientConnectionManager();
    try (CloseableHttpClient one = sharing(manager);
        CloseableHttpClient other = sharing(manager)) {
      get(one);
      get(other);
    }
    manager.shutdown();
    KEPT.add(manager);
  }

  /** Without their manager, clients hold nothing. */
  private static void closedUnderItsClients() throws Exception {
    PoolingHttpClientConnectionManager manager = new PoolingHttpClientConnectionManager();
    for (int client = 0; client < 3; client++) {
      CloseableHttpClient sharing = sharing(manager);
      get(sharing);
      KEPT.add(sharing);
    }
    manager.close();
  }

  private static PoolingHttpClientConnectionManager manager() {
    return new PoolingHttpClientConnectionManager(); // expect: open 2 Apache HttpClient 4 connection manager
  }

  private static CloseableHttpClient sharing(PoolingHttpClientConnectionManager manager) {
    return HttpClients.custom()
        .setConnectionManager(manager)
        .setConnectionManagerShared(true)
        .build();
  }

  private static void get(CloseableHttpClient client) throws Exception {
    EntityUtils.consume(client.execute(new HttpGet(Loopback.small())).getEntity());
  }
}
