import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.IdleConnectionEvictor;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.TimeValue;

/** Gives connection managers of its own to clients of Apache HttpClient 5. */
public class Owner {

  private static final List<Object> KEPT = new ArrayList<>();

  public static void main(String[] args) throws Exception {
    for (int round = 0; round < 2; round++) {
      forgotten();
      closedThroughTheClient();
      leftOpenBySharing();
      sharedAndClosed();
      closedUnderItsClients();
      closedByOneOfItsClients();
      evictingAndForgotten();
      evictingAndClosed();
      evictingForNobody();
      evictingByHand();
    }
  }

  private static void forgotten() throws Exception {
    PoolingHttpClientConnectionManager manager = new PoolingHttpClientConnectionManager();
    CloseableHttpClient client =
        HttpClients.custom()
            .setConnectionManager(manager)
            .build(); // expect: open 2 Apache HttpClient 5 client
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

  /** Clients that share one need no close, and leave it open. */
  private static void leftOpenBySharing() throws Exception {
    PoolingHttpClientConnectionManager manager = // expect: close-failed 2 Apache HttpClient 5 connection manager
        new PoolingHttpClientConnectionManager();
    try (CloseableHttpClient closed = sharing(manager)) {
      get(closed);
    }
    CloseableHttpClient left = sharing(manager);
    get(left);
    KEPT.add(left);
    KEPT.add(manager);
  }

  private static void sharedAndClosed() throws Exception {
    PoolingHttpClientConnectionManager manager = new PoolingHttpClientConnectionManager();
    try (CloseableHttpClient one = sharing(manager);
        CloseableHttpClient other = sharing(manager)) {
      get(one);
      get(other);
    }
    manager.close();
    KEPT.add(manager);
  }

  /** Without their manager, clients hold nothing. */
  private static void closedUnderItsClients() throws Exception {
    PoolingHttpClientConnectionManager manager = new PoolingHttpClientConnectionManager();
    for (int made = 0; made < 3; made++) {
      CloseableHttpClient client = HttpClients.custom().setConnectionManager(manager).build();
      KEPT.add(client);
      get(client);
    }
    manager.close();
  }

  private static void closedByOneOfItsClients() throws Exception {
    for (int one = 0; one < 2; one++) { // fewer in all than a churn
      two(new PoolingHttpClientConnectionManager()).get(one).close();
    }
  }

  private static void evictingAndForgotten() throws Exception {
    CloseableHttpClient client =
        evicting(new PoolingHttpClientConnectionManager())
            .build(); // expect: open 2 Apache HttpClient 5 client
    get(client);
    KEPT.add(client);
    CloseableHttpClient sharing =
        evicting(manager()).setConnectionManagerShared(true).build(); // evicts nothing
    KEPT.add(sharing);
  }

  private static void evictingAndClosed() throws Exception {
    PoolingHttpClientConnectionManager manager = new PoolingHttpClientConnectionManager();
    try (CloseableHttpClient client = evicting(manager).build()) {
      get(client);
    }
    KEPT.add(manager);
  }

  /** The manager is gone, and the client with it; the thread goes on. */
  private static void evictingForNobody() throws Exception {
    PoolingHttpClientConnectionManager manager = new PoolingHttpClientConnectionManager();
    CloseableHttpClient client =
        evicting(manager).build(); // expect: open 2 Apache HttpClient 5 connection evictor
    get(client);
    manager.close();
    KEPT.add(client);
  }

  private static void evictingByHand() {
    PoolingHttpClientConnectionManager manager = new PoolingHttpClientConnectionManager();
    KEPT.add(evictor(manager));
    IdleConnectionEvictor stopped = evictor(manager);
    stopped.start();
    stopped.shutdown();
    KEPT.add(stopped);
    IdleConnectionEvictor left = evictor(manager);
    left.start(); // expect: open 2 Apache HttpClient 5 connection evictor
    KEPT.add(left);
    manager.close();
  }

  private static IdleConnectionEvictor evictor(PoolingHttpClientConnectionManager manager) {
    return new IdleConnectionEvictor(manager, TimeValue.ofSeconds(1));
  }

  private static HttpClientBuilder evicting(PoolingHttpClientConnectionManager manager) {
    return HttpClients.custom().setConnectionManager(manager).evictExpiredConnections();
  }

  private static List<CloseableHttpClient> two(PoolingHttpClientConnectionManager manager) {
    List<CloseableHttpClient> clients = new ArrayList<>();
    for (int made = 0; made < 2; made++) {
      clients.add(HttpClients.custom().setConnectionManager(manager).build());
    }
    KEPT.addAll(clients);
    return clients;
  }

  private static PoolingHttpClientConnectionManager manager() {
    return new PoolingHttpClientConnectionManager(); // expect: open 2 Apache HttpClient 5 connection manager
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
