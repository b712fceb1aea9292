import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.methods.HttpHead;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.impl.nio.client.CloseableHttpAsyncClient;
import org.apache.http.impl.nio.client.CloseableHttpPipeliningClient;
import org.apache.http.impl.nio.client.HttpAsyncClients;
import org.apache.http.impl.nio.conn.PoolingNHttpClientConnectionManager;
import org.apache.http.impl.nio.reactor.DefaultConnectingIOReactor;
import org.apache.http.message.BasicHttpRequest;
import org.apache.http.nio.client.HttpAsyncClient;
import org.apache.http.nio.client.methods.HttpAsyncMethods;
import org.apache.http.util.EntityUtils;

/** Uses the clients of Apache HttpAsyncClient 4. */
class Fixture {

  private static final List<Object> KEPT = new ArrayList<>();

  static void forgotten() throws Exception {
    for (int round = 0; round < 2; round++) {
      keep(HttpAsyncClients.createDefault()); // expect: open 2 Apache HttpAsyncClient 4 client
      keep(HttpAsyncClients.createSystem()); // expect: open 2 Apache HttpAsyncClient 4 client
      keep(HttpAsyncClients.createMinimal()); // expect: open 2 Apache HttpAsyncClient 4 client
      keep(HttpAsyncClients.createPipelining()); // expect: open 2 Apache HttpAsyncClient 4 client
      busy();
      DefaultConnectingIOReactor reactor = new DefaultConnectingIOReactor();
      keep(new PoolingNHttpClientConnectionManager(reactor)); // expect: open 2 Apache HttpAsyncClient 4 connection manager
    }
  }

  private static void busy() throws Exception {
    CloseableHttpAsyncClient client = HttpAsyncClients.createDefault(); // expect: open 2 Apache HttpAsyncClient 4 client
    keep(client).start();
    send(client, new HttpGet(Loopback.small())).get();
    HttpHost host = HttpHost.create("http://" + Loopback.host());
    consume(client.execute(host, new BasicHttpRequest("GET", "/error"), null).get());
    client
        .execute(
            HttpAsyncMethods.createGet(Loopback.small()), HttpAsyncMethods.createConsumer(), null)
        .get();
  }

  static void owned() throws Exception {
    for (int round = 0; round < 2; round++) {
      givenAndForgotten();
      givenAndClosed();
      sharedAndLeft();
      sharedAndClosed();
      closedUnderItsClient();
      closedBeforeItsStart();
    }
  }

  private static void givenAndForgotten() throws Exception {
    PoolingNHttpClientConnectionManager manager = manager();
    CloseableHttpAsyncClient client =
        HttpAsyncClients.custom()
            .setConnectionManager(manager)
            .build(); // expect: open 2 Apache HttpAsyncClient 4 client
    keep(client).start();
    send(client, new HttpGet(Loopback.small())).get();
    CloseableHttpAsyncClient minimal = HttpAsyncClients.createMinimal(manager()); // expect: open 2 Apache HttpAsyncClient 4 client
    keep(minimal).start();
  }

  private static void givenAndClosed() throws Exception {
    PoolingNHttpClientConnectionManager manager = keep(manager());
    try (CloseableHttpAsyncClient client =
        keep(HttpAsyncClients.custom().setConnectionManager(manager).build())) {
      client.start();
      send(client, new HttpGet(Loopback.small())).get();
    }
  }

  /** A client that shares one holds nothing, and cannot be started without it. */
  private static void sharedAndLeft() throws Exception {
    DefaultConnectingIOReactor reactor = new DefaultConnectingIOReactor();
    PoolingNHttpClientConnectionManager manager = new PoolingNHttpClientConnectionManager(reactor); // expect: open 2 Apache HttpAsyncClient 4 connection manager
    keep(HttpAsyncClients.createMinimal(manager, true)).start();
    try (CloseableHttpAsyncClient closed = sharing(manager)) {
      closed.start();
    }
  }

  /** The one that does not share it runs it for the others. */
  private static void sharedAndClosed() throws Exception {
    PoolingNHttpClientConnectionManager manager = keep(manager());
    try (CloseableHttpAsyncClient owner = HttpAsyncClients.createMinimal(manager)) {
      owner.start();
      CloseableHttpAsyncClient other = sharing(manager);
      other.start();
      send(other, new HttpGet(Loopback.small())).get();
    }
  }

  /** Without its manager a client has neither connections nor threads. */
  private static void closedUnderItsClient() throws Exception {
    PoolingNHttpClientConnectionManager manager = manager();
    CloseableHttpAsyncClient client = keep(HttpAsyncClients.createMinimal(manager));
    client.start();
    send(client, new HttpGet(Loopback.small())).get();
    manager.shutdown();
    manager().shutdown(100);
  }

  /** Which closes nothing, for the client had nothing to end. */
  private static void closedBeforeItsStart() throws Exception {
    DefaultConnectingIOReactor reactor = new DefaultConnectingIOReactor();
    PoolingNHttpClientConnectionManager manager = new PoolingNHttpClientConnectionManager(reactor); // expect: open 2 Apache HttpAsyncClient 4 connection manager
    keep(HttpAsyncClients.createMinimal(manager)).close();
  }

  private static CloseableHttpAsyncClient sharing(PoolingNHttpClientConnectionManager manager) {
    return keep(
        HttpAsyncClients.custom()
            .setConnectionManager(manager)
            .setConnectionManagerShared(true)
            .build());
  }

  private static PoolingNHttpClientConnectionManager manager() throws IOException {
    return new PoolingNHttpClientConnectionManager(new DefaultConnectingIOReactor());
  }

  static void abandoned() throws Exception {
    Garbage garbage = new Garbage();
    for (int round = 0; round < 2; round++) {
      garbage.add(HttpAsyncClients.createDefault()); // expect: abandoned 2 Apache HttpAsyncClient 4 client
      garbage.add(HttpAsyncClients.createMinimal()); // expect: abandoned 2 Apache HttpAsyncClient 4 client
    }
    garbage.collect();
  }

  static void closed() throws Exception {
    try (CloseableHttpAsyncClient client = keep(HttpAsyncClients.createDefault())) {
      client.start();
      client.start();
      exchanges(client);
      fail(send(client, new HttpGet(Loopback.refused())));
      fail(send(client, new HttpGet(Loopback.cut())));
    }
    try (CloseableHttpAsyncClient client = keep(HttpAsyncClients.createMinimal())) {
      client.start();
      exchanges(client);
    }
    try (CloseableHttpPipeliningClient client = keep(HttpAsyncClients.createPipelining())) {
      client.start();
      List<HttpRequest> requests =
          List.of(new BasicHttpRequest("GET", "/small"), new BasicHttpRequest("GET", "/error"));
      client.execute(HttpHost.create("http://" + Loopback.host()), requests, null).get();
    }
    for (int round = 0; round < 6; round++) {
      clients();
    }
  }

  private static void exchanges(HttpAsyncClient client) throws Exception {
    for (String url :
        List.of(
            Loopback.small(),
            Loopback.large(),
            Loopback.error(),
            Loopback.empty(),
            Loopback.unmodified(),
            Loopback.moved())) {
      consume(send(client, new HttpGet(url)).get());
      send(client, new HttpGet(url)).get(); // its body is in memory
    }
    send(client, new HttpHead(Loopback.small())).get();
    send(client, new HttpGet(Loopback.large())).cancel(true);
  }

  private static void clients() throws Exception {
    keep(HttpAsyncClients.createDefault()).close();
    CloseableHttpAsyncClient twice = keep(HttpAsyncClients.createDefault());
    twice.start();
    twice.close();
    twice.close();
  }

  /** Two clients: one is closed at once, one late. */
  static void late() throws Exception {
    CloseableHttpAsyncClient atOnce = HttpAsyncClients.createDefault();
    CloseableHttpAsyncClient late = HttpAsyncClients.createDefault();
    atOnce.start();
    late.start();
    send(late, new HttpGet(Loopback.small())).get();
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

  private static Future<HttpResponse> send(HttpAsyncClient client, HttpUriRequest request) {
    return client.execute(request, null);
  }

  private static void consume(HttpResponse response) throws IOException {
    EntityUtils.consume(response.getEntity());
  }

  private static void fail(Future<HttpResponse> exchange) throws Exception {
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
