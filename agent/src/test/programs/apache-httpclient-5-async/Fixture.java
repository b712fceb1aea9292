import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequests;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestProducer;
import org.apache.hc.client5.http.async.methods.SimpleResponseConsumer;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;

/** Uses the asynchronous clients of Apache HttpClient 5. */
@SuppressWarnings("deprecation") // SimpleHttpRequests is in every version
class Fixture {

  private static final List<Object> KEPT = new ArrayList<>();

  static void forgotten() throws Exception {
    for (int round = 0; round < 2; round++) {
      keep(HttpAsyncClients.createDefault()); // expect: open 2 Apache HttpClient 5 async client
      keep(HttpAsyncClients.createSystem()); // expect: open 2 Apache HttpClient 5 async client
      keep(HttpAsyncClients.createMinimal()); // expect: open 2 Apache HttpClient 5 async client
      keep(HttpAsyncClients.createHttp2Default()); // expect: open 2 Apache HttpClient 5 async client
      keep(HttpAsyncClients.createHttp2Minimal()); // expect: open 2 Apache HttpClient 5 async client
      busy();
      busyOverHttp2();
      onlyAsked();
      evicting();
      keep(new PoolingAsyncClientConnectionManager()); // holds nothing
    }
    for (int made = 0; made < 5; made++) {
      keep(new PoolingAsyncClientConnectionManager()); // expect: open piled-up 5 Apache HttpClient 5 async connection manager
    }
  }

  private static void busy() throws Exception {
    CloseableHttpAsyncClient client = HttpAsyncClients.createDefault(); // expect: open 2 Apache HttpClient 5 async client
    keep(client).start();
    for (int request = 0; request < 3; request++) {
      get(client, Loopback.small());
    }
  }

  private static void busyOverHttp2() throws Exception {
    CloseableHttpAsyncClient client = HttpAsyncClients.createHttp2Default(); // expect: open 2 Apache HttpClient 5 async client
    keep(client).start();
    get(client, Http2Server.small());
    CloseableHttpAsyncClient minimal = HttpAsyncClients.createHttp2Minimal(); // expect: open 2 Apache HttpClient 5 async client
    keep(minimal).start();
    get(minimal, Http2Server.small());
  }

  /** This leaves the threads. */
  private static void onlyAsked() throws Exception {
    CloseableHttpAsyncClient client = HttpAsyncClients.createDefault(); // expect: open 2 Apache HttpClient 5 async client
    keep(client).start();
    get(client, Loopback.error());
    client.initiateShutdown();
  }

  private static void evicting() {
    keep(
        HttpAsyncClients.custom()
            .evictExpiredConnections()
            .build()); // expect: open 2 Apache HttpClient 5 async client
    keep(
        HttpAsyncClients.customHttp2()
            .evictIdleConnections(TimeValue.ofSeconds(1))
            .build()); // expect: open 2 Apache HttpClient 5 async client
  }

  static void owned() throws Exception {
    for (int round = 0; round < 6; round++) {
      givenAndForgotten();
      givenAndClosed();
      sharedAndLeft();
      sharedAndClosed();
      givenToAMinimalClient();
      HttpAsyncClients.createMinimal().close();
    }
  }

  private static void givenAndForgotten() throws Exception {
    PoolingAsyncClientConnectionManager manager = new PoolingAsyncClientConnectionManager();
    CloseableHttpAsyncClient client =
        HttpAsyncClients.custom()
            .setConnectionManager(manager)
            .build(); // expect: open piled-up 6 Apache HttpClient 5 async client
    keep(client).start();
    get(client, Loopback.small());
  }

  private static void givenAndClosed() throws Exception {
    PoolingAsyncClientConnectionManager manager = new PoolingAsyncClientConnectionManager();
    try (CloseableHttpAsyncClient client =
        HttpAsyncClients.custom().setConnectionManager(manager).evictExpiredConnections().build()) {
      client.start();
      get(client, Loopback.small());
    }
    keep(manager);
  }

  private static void sharedAndLeft() throws Exception {
    PoolingAsyncClientConnectionManager manager = new PoolingAsyncClientConnectionManager(); // expect: open piled-up 6 Apache HttpClient 5 async connection manager
    try (CloseableHttpAsyncClient client = keep(sharing(manager).build())) {
      client.start();
      get(client, Loopback.small());
    }
    keep(manager);
  }

  private static void sharedAndClosed() throws Exception {
    PoolingAsyncClientConnectionManager manager =
        PoolingAsyncClientConnectionManagerBuilder.create().build();
    try (CloseableHttpAsyncClient one = keep(sharing(manager).build());
        CloseableHttpAsyncClient other = keep(sharing(manager).build())) {
      one.start();
      other.start();
      get(one, Loopback.small());
      get(other, Loopback.small());
    }
    keep(manager).close();
  }

  /** Which does not close it. */
  private static void givenToAMinimalClient() throws Exception {
    PoolingAsyncClientConnectionManager manager = new PoolingAsyncClientConnectionManager(); // expect: open piled-up 6 Apache HttpClient 5 async connection manager
    try (CloseableHttpAsyncClient client = HttpAsyncClients.createMinimal(keep(manager))) {
      client.start();
      get(client, Loopback.small());
    }
  }

  private static HttpAsyncClientBuilder sharing(PoolingAsyncClientConnectionManager manager) {
    return HttpAsyncClients.custom()
        .setConnectionManager(manager)
        .setConnectionManagerShared(true)
        .evictExpiredConnections(); // which it does not, then
  }

  static void abandoned() throws Exception {
    Garbage garbage = new Garbage();
    for (int round = 0; round < 2; round++) {
      garbage.add(HttpAsyncClients.createDefault()); // expect: abandoned 2 Apache HttpClient 5 async client
      garbage.add(HttpAsyncClients.createHttp2Minimal()); // expect: abandoned 2 Apache HttpClient 5 async client
      drop(garbage);
    }
    garbage.collect();
  }

  /** Its threads stay, and nobody can end them any more. */
  private static void drop(Garbage garbage) throws Exception {
    CloseableHttpAsyncClient client = HttpAsyncClients.createDefault(); // expect: abandoned 2 Apache HttpClient 5 async client
    client.start();
    get(client, Loopback.small());
    garbage.add(client);
  }

  static void closed() throws Exception {
    try (CloseableHttpAsyncClient client = keep(HttpAsyncClients.createDefault())) {
      client.start();
      client.start();
      exchanges(client);
    }
    try (CloseableHttpAsyncClient client = keep(HttpAsyncClients.createMinimal())) {
      client.start();
      exchanges(client);
    }
    try (CloseableHttpAsyncClient client = keep(HttpAsyncClients.createHttp2Default())) {
      client.start();
      get(client, Http2Server.small());
    }
    try (CloseableHttpAsyncClient client = keep(HttpAsyncClients.createHttp2Minimal())) {
      client.start();
      get(client, Http2Server.small());
    }
    for (int round = 0; round < 6; round++) {
      clients();
      keep(new PoolingAsyncClientConnectionManager()).close();
      keep(new PoolingAsyncClientConnectionManager()).close(CloseMode.IMMEDIATE);
    }
  }

  private static void exchanges(CloseableHttpAsyncClient client) throws Exception {
    get(client, Loopback.small());
    get(client, Loopback.large());
    get(client, Loopback.error());
    get(client, Loopback.empty());
    get(client, Loopback.unmodified());
    get(client, Loopback.moved());
    send(client, SimpleHttpRequests.head(Loopback.small())).get();
    fail(send(client, SimpleHttpRequests.get(Loopback.refused())));
    fail(send(client, SimpleHttpRequests.get(Loopback.cut())));
    send(client, SimpleHttpRequests.get(Loopback.large())).cancel(true);
  }

  private static void clients() throws Exception {
    keep(HttpAsyncClients.createDefault()).close();
    keep(HttpAsyncClients.createDefault()).close(CloseMode.IMMEDIATE);
    keep(HttpAsyncClients.createMinimal()).close(CloseMode.GRACEFUL);
    CloseableHttpAsyncClient twice = keep(HttpAsyncClients.createDefault());
    twice.start();
    twice.close();
    twice.close();
    CloseableHttpAsyncClient asked = keep(HttpAsyncClients.createDefault());
    asked.start();
    asked.initiateShutdown();
    asked.close(CloseMode.IMMEDIATE);
    keep(HttpAsyncClients.custom().evictExpiredConnections().build()).close();
    keep(HttpAsyncClients.customHttp2().evictIdleConnections(TimeValue.ofSeconds(1)).build())
        .close(CloseMode.IMMEDIATE);
  }

  /** Two clients: one is closed at once, one late. */
  static void late() throws Exception {
    CloseableHttpAsyncClient atOnce = HttpAsyncClients.createDefault();
    CloseableHttpAsyncClient late = HttpAsyncClients.createDefault();
    atOnce.start();
    late.start();
    get(late, Loopback.small());
    System.out.println("clients that hooks close: 2");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(atOnce, 0)));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(late, 500)));
  }

  private static void close(CloseableHttpAsyncClient client, long millisLate) {
    long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millisLate);
    while (System.nanoTime() < due) {
      LockSupport.parkNanos(due - System.nanoTime());
    }
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void get(CloseableHttpAsyncClient client, String url) throws Exception {
    send(client, SimpleHttpRequests.get(url)).get();
  }

  private static Future<SimpleHttpResponse> send(
      CloseableHttpAsyncClient client, SimpleHttpRequest request) {
    return client.execute(
        SimpleRequestProducer.create(request), SimpleResponseConsumer.create(), null);
  }

  private static void fail(Future<SimpleHttpResponse> exchange) throws Exception {
    try {
      exchange.get();
    } catch (ExecutionException e) {
      keep(e);
      return;
    }
    throw new AssertionError("was to fail");
  }

  private static <T> T keep(T open) {
    KEPT.add(open);
    return open;
  }
}
