import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.commons.httpclient.HttpClient;
import org.apache.commons.httpclient.HttpMethod;
import org.apache.commons.httpclient.MultiThreadedHttpConnectionManager;
import org.apache.commons.httpclient.SimpleHttpConnectionManager;
import org.apache.commons.httpclient.methods.GetMethod;
import org.apache.commons.httpclient.methods.HeadMethod;
import org.apache.commons.httpclient.methods.PostMethod;

/** Uses the connection managers of Commons HttpClient 3, and clients that have none of their own. */
class Fixture {

  private static final List<Object> KEPT = new ArrayList<>();

  static void forgotten() throws Exception {
    for (int round = 0; round < 2; round++) {
      keep(new MultiThreadedHttpConnectionManager()); // expect: open 2 Commons HttpClient 3 connection manager
      busy();
      responses(new HttpClient(manager()));
      unpooled();
    }
  }

  private static void busy() throws Exception {
    MultiThreadedHttpConnectionManager manager = new MultiThreadedHttpConnectionManager(); // expect: open 2 Commons HttpClient 3 connection manager
    HttpClient client = new HttpClient(keep(manager));
    get(client, Loopback.small()).releaseConnection();
    get(client, Loopback.moved()).releaseConnection();
    client.getHostConfiguration().setHost("127.0.0.1", port());
    get(client, "/error").releaseConnection();
  }

  private static void responses(HttpClient client) throws Exception {
    get(client, Loopback.small()).releaseConnection(); // the connection that is kept then
    GetMethod moved = new GetMethod(Loopback.moved());
    client.executeMethod(keep(moved)); // expect: open 2 Commons HttpClient 3 response
    GetMethod half = new GetMethod(Loopback.large());
    client.executeMethod(keep(half)); // expect: open 2 Commons HttpClient 3 response
    half.getResponseBodyAsStream().read();
    half.abort(); // which closes the connection, and does not give it back
  }

  private static MultiThreadedHttpConnectionManager manager() {
    MultiThreadedHttpConnectionManager manager = new MultiThreadedHttpConnectionManager(); // expect: open 2 Commons HttpClient 3 connection manager
    return keep(manager);
  }

  private static void unpooled() throws Exception {
    HttpClient client = keep(new HttpClient());
    get(client, Loopback.small()).releaseConnection();
    GetMethod error = new GetMethod(Loopback.error());
    client.executeMethod(keep(error)); // expect: open 2 Commons HttpClient 3 response without a pool
    HttpClient simple = keep(new HttpClient(new SimpleHttpConnectionManager()));
    GetMethod half = new GetMethod(Loopback.large());
    simple.executeMethod(keep(half)); // expect: open 2 Commons HttpClient 3 response without a pool
    half.getResponseBodyAsStream().read();
  }

  static void owned() throws Exception {
    for (int round = 0; round < 2; round++) {
      MultiThreadedHttpConnectionManager shared = keep(new MultiThreadedHttpConnectionManager());
      get(new HttpClient(shared), Loopback.small()).releaseConnection();
      get(new HttpClient(shared), Loopback.error());
      HttpClient later = new HttpClient();
      later.setHttpConnectionManager(shared);
      get(later, Loopback.large());
      shared.shutdown(); // and the two responses
      HttpClient reusing = keep(new HttpClient());
      get(reusing, Loopback.error());
      get(reusing, Loopback.small()).releaseConnection();
    }
  }

  static void abandoned() throws Exception {
    Garbage garbage = new Garbage();
    for (int round = 0; round < 2; round++) {
      garbage.add(new MultiThreadedHttpConnectionManager()); // expect: abandoned 2 Commons HttpClient 3 connection manager
      drop(garbage);
    }
    garbage.collect();
  }

  /** The manager of the client goes with it. */
  private static void drop(Garbage garbage) throws Exception {
    HttpClient client = new HttpClient();
    GetMethod error = new GetMethod(Loopback.error());
    client.executeMethod(error); // expect: abandoned 2 Commons HttpClient 3 response without a pool
    garbage.add(client.getHttpConnectionManager());
  }

  static void closed() throws Exception {
    for (int round = 0; round < 2; round++) {
      MultiThreadedHttpConnectionManager manager = keep(new MultiThreadedHttpConnectionManager());
      exchanges(keep(new HttpClient(manager)));
      manager.closeIdleConnections(0);
      manager.shutdown();
      manager.shutdown();
      exchanges(keep(new HttpClient()));
      keep(new HttpClient()); // which holds nothing
    }
    keep(new MultiThreadedHttpConnectionManager());
    MultiThreadedHttpConnectionManager.shutdownAll();
  }

  private static void exchanges(HttpClient client) throws Exception {
    for (String url :
        List.of(
            Loopback.small(),
            Loopback.large(),
            Loopback.error(),
            Loopback.moved(),
            Loopback.cut())) {
      get(client, url).releaseConnection();
      HttpMethod aborted = get(client, url);
      aborted.abort();
      aborted.releaseConnection();
      get(client, url).getResponseBodyAsStream().close();
      HttpMethod read = get(client, url);
      readAll(read.getResponseBodyAsStream());
      read.releaseConnection();
      read.releaseConnection();
    }
    readAll(get(client, Loopback.large()).getResponseBodyAsStream());
    get(client, Loopback.error()).getResponseBodyAsString();
    get(client, Loopback.moved()).getResponseBody();
    get(client, Loopback.empty());
    get(client, Loopback.unmodified());
    client.executeMethod(keep(new HeadMethod(Loopback.small())));
    client.executeMethod(new PostMethod(Loopback.empty()));
    try {
      get(client, Loopback.refused());
      throw new AssertionError("was to be refused");
    } catch (IOException e) {
      keep(e);
    }
  }

  private static void readAll(InputStream body) throws IOException {
    while (body.read(new byte[8192]) != -1) {}
  }

  /** Two managers: one is shut down at once, one late. */
  static void late() throws Exception {
    MultiThreadedHttpConnectionManager atOnce = new MultiThreadedHttpConnectionManager();
    MultiThreadedHttpConnectionManager late = new MultiThreadedHttpConnectionManager();
    get(new HttpClient(late), Loopback.small()).releaseConnection();
    System.out.println("clients that hooks close: 2");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> shutDown(atOnce, 0)));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> shutDown(late, 500)));
  }

  private static void shutDown(MultiThreadedHttpConnectionManager manager, long millisLate) {
    long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millisLate);
    while (System.nanoTime() < due) {
      LockSupport.parkNanos(due - System.nanoTime());
    }
    manager.shutdown();
  }

  private static HttpMethod get(HttpClient client, String url) throws IOException {
    HttpMethod method = keep(new GetMethod(url));
    client.executeMethod(method);
    return method;
  }

  private static int port() {
    return Integer.parseInt(Loopback.host().substring(Loopback.host().indexOf(':') + 1));
  }

  private static <T> T keep(T open) {
    KEPT.add(open);
    return open;
  }
}
