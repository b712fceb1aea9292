import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.glassfish.jersey.apache5.connector.Apache5ClientProperties;
import org.glassfish.jersey.apache5.connector.Apache5ConnectorProvider;
import org.glassfish.jersey.client.ClientConfig;
import org.glassfish.jersey.client.JerseyClient;
import org.glassfish.jersey.client.JerseyClientBuilder;
import org.glassfish.jersey.client.JerseyInvocation;
import org.glassfish.jersey.client.spi.ConnectorProvider;

/** The client of Jersey; what would be of javax or jakarta has no name here. */
public class Fixture {

  private static final List<Object> KEPT = new ArrayList<>();
  private static final Garbage GARBAGE = new Garbage();

  static void forgotten() throws Exception {
    for (int made = 0; made < 5; made++) {
      keep(JerseyClientBuilder.createClient()); // expect: open piled-up 5 Jersey client
    }
    for (int round = 0; round < 2; round++) {
      busy();
      keep(new JerseyClientBuilder().build()); // expect: open 2 Jersey client
      responses();
      inside();
    }
  }

  private static void busy() throws Exception {
    JerseyClient client = JerseyClientBuilder.createClient(); // expect: open 2 Jersey client
    keep(client);
    ask(client, Loopback.small()).get(String.class);
    ask(client, Loopback.small()).get().readEntity(String.class);
    ask(client, Loopback.small()).async().get(String.class).get();
  }

  private static void responses() throws Exception {
    JerseyClient client = JerseyClientBuilder.createClient(pooled()); // expect: open 2 Jersey client
    keep(client);
    keep(ask(client, Loopback.error()).get()); // expect: open 2 Jersey response
    var half =
        ask(client, Loopback.large())
            .get(); // expect: open 2 Jersey response
    keep(half.readEntity(InputStream.class)).read();
    var asynchronous =
        ask(client, Loopback.error())
            .async()
            .get(); // expect: open 2 Jersey response
    keep(asynchronous.get());
    KEPT.add(ask(client, Loopback.large()).get(InputStream.class)); // expect: open 2 Jersey response
  }

  /** Each connector holds a client or threads of another library, which count with their client. */
  private static void inside() {
    for (ConnectorProvider connector : connectors()) {
      JerseyClient client = new JerseyClientBuilder().withConfig(config(connector)).build();
      ask(client, Loopback.small()).get(String.class);
      client.close();
    }
    JerseyClient left = JerseyClientBuilder.createClient(pooled()); // expect: open 2 Jersey client
    keep(left);
    ask(left, Loopback.small()).get(String.class);
    left.target(Loopback.small()).property("some", "thing").request().get(String.class);
    left.target(Loopback.small()).property("another", "thing").request().get(String.class);
  }

  static void owned() {
    for (int round = 0; round < 2; round++) {
      PoolingHttpClientConnectionManager closed = keep(new PoolingHttpClientConnectionManager());
      JerseyClient client = JerseyClientBuilder.createClient(over(closed, false));
      ask(client, Loopback.small()).get(String.class);
      client.close();
      notClosed();
      sharedAndClosed();
    }
  }

  private static void notClosed() {
    var shared = // expect: close-failed 2 Apache HttpClient 5 connection manager
        keep(new PoolingHttpClientConnectionManager());
    JerseyClient client = JerseyClientBuilder.createClient(over(shared, true));
    ask(client, Loopback.small()).get(String.class);
    client.close();
  }

  private static void sharedAndClosed() {
    PoolingHttpClientConnectionManager shared = keep(new PoolingHttpClientConnectionManager());
    for (int client = 0; client < 2; client++) {
      JerseyClient one = JerseyClientBuilder.createClient(over(shared, true));
      ask(one, Loopback.small()).get(String.class);
      one.close();
    }
    shared.close();
  }

  static void abandoned() throws Exception {
    JerseyClient client = JerseyClientBuilder.createClient(pooled());
    for (int round = 0; round < 2; round++) {
      drop();
      GARBAGE.add(ask(client, Loopback.error()).get()); // expect: abandoned 2 Jersey response
      GARBAGE.collect();
    }
    goOnReading(client);
    client.close();
  }

  private static void drop() {
    GARBAGE.add(JerseyClientBuilder.createClient()); // expect: abandoned 2 Jersey client
    JerseyClient used =
        JerseyClientBuilder.createClient(pooled()); // expect: abandoned 2 Jersey client
    ask(used, Loopback.small()).get(String.class);
    GARBAGE.add(used);
  }

  /** The response object is gone long before its stream has been read. */
  private static void goOnReading(JerseyClient client) throws Exception {
    InputStream entity = entity(client);
    entity.read();
    GARBAGE.collect();
    entity.readAllBytes();
    entity.close();
  }

  private static InputStream entity(JerseyClient client) {
    var response = ask(client, Loopback.large()).get();
    GARBAGE.add(response);
    return response.readEntity(InputStream.class);
  }

  static void closed() throws Exception {
    keep(JerseyClientBuilder.createClient()).close();
    JerseyClient twice = keep(JerseyClientBuilder.createClient());
    twice.close();
    twice.close();
    requests(new ClientConfig());
    for (ConnectorProvider connector : connectors()) {
      if (!connector.getClass().getName().contains("netty")) { // it loses answers now and then
        requests(config(connector));
      }
    }
  }

  private static void requests(ClientConfig config) throws Exception {
    JerseyClient client = keep(JerseyClientBuilder.createClient(config));
    for (String url : List.of(Loopback.small(), Loopback.error(), Loopback.moved())) {
      ask(client, url).get().close();
      keep(ask(client, url).get()).readEntity(String.class);
      keep(ask(client, url).get()).readEntity(byte[].class);
      keep(ask(client, url).get()).bufferEntity();
      keep(ask(client, url).get().readEntity(InputStream.class)).close();
      keep(ask(client, url).get().readEntity(InputStream.class)).readAllBytes();
      keep(ask(client, url).async().get().get()).readEntity(String.class);
    }
    keep(ask(client, Loopback.large()).get()).close();
    keep(ask(client, Loopback.small()).get(String.class));
    withoutEntity(client);
    failing(client);
    client.close();
  }

  private static void withoutEntity(JerseyClient client) throws Exception {
    keep(ask(client, Loopback.empty()).get());
    keep(ask(client, Loopback.unmodified()).get());
    keep(ask(client, Loopback.small()).head());
    keep(ask(client, Loopback.empty()).async().get().get());
  }

  private static void failing(JerseyClient client) throws Exception {
    try {
      ask(client, Loopback.error()).get(String.class);
      throw new AssertionError("was to fail");
    } catch (RuntimeException e) {
      keep(e);
    }
    try {
      ask(client, Loopback.error()).async().get(String.class).get();
      throw new AssertionError("was to fail");
    } catch (ExecutionException e) {
      keep(e);
    }
    try {
      ask(client, Loopback.refused()).get();
      throw new AssertionError("was to be refused");
    } catch (RuntimeException e) {
      keep(e);
    }
    try {
      keep(ask(client, Loopback.cut()).get(String.class)); // not every connector notices
    } catch (RuntimeException e) {
      keep(e);
    }
  }

  static void late() {
    JerseyClient atOnce = JerseyClientBuilder.createClient();
    JerseyClient late = JerseyClientBuilder.createClient(pooled());
    ask(late, Loopback.small()).get(String.class);
    System.out.println("clients that hooks close: 3"); // Apache's, too
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(atOnce, 0)));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(late, 500)));
  }

  private static void close(JerseyClient client, long millisLate) {
    long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millisLate);
    while (System.nanoTime() < due) {
      LockSupport.parkNanos(due - System.nanoTime());
    }
    client.close();
  }

  private static JerseyInvocation.Builder ask(JerseyClient client, String url) {
    return client.target(url).request();
  }

  private static ClientConfig pooled() {
    return config(new Apache5ConnectorProvider());
  }

  private static ClientConfig over(PoolingHttpClientConnectionManager manager, boolean shared) {
    return pooled()
        .property(Apache5ClientProperties.CONNECTION_MANAGER, manager)
        .property(Apache5ClientProperties.CONNECTION_MANAGER_SHARED, shared);
  }

  private static ClientConfig config(ConnectorProvider connector) {
    return new ClientConfig().connectorProvider(connector);
  }

  /** All that there are for this version. */
  private static List<ConnectorProvider> connectors() {
    List<ConnectorProvider> connectors = new ArrayList<>(List.of(new Apache5ConnectorProvider()));
    for (String name :
        List.of(
            "apache.connector.ApacheConnectorProvider",
            "jetty.connector.JettyConnectorProvider",
            "netty.connector.NettyConnectorProvider",
            "jnh.connector.JavaNetHttpConnectorProvider")) {
      try {
        Class<?> type = Class.forName("org.glassfish.jersey." + name);
        connectors.add((ConnectorProvider) type.getConstructor().newInstance());
      } catch (ReflectiveOperationException e) {
        continue; // not for this version
      }
    }
    return connectors;
  }

  private static <T> T keep(T kept) {
    KEPT.add(kept);
    return kept;
  }
}
