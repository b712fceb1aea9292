import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.nio.client.HttpAsyncClients;
import org.jboss.resteasy.client.jaxrs.ClientHttpEngine;
import org.jboss.resteasy.client.jaxrs.ResteasyClient;
import org.jboss.resteasy.client.jaxrs.ResteasyClientBuilder;
import org.jboss.resteasy.client.jaxrs.engines.ApacheHttpAsyncClient4Engine;
import org.jboss.resteasy.client.jaxrs.engines.ApacheHttpClient43Engine;
import org.jboss.resteasy.client.jaxrs.engines.URLConnectionEngine;

/** The client of RESTEasy; what would be of javax or jakarta has no name here. */
public class Fixture {

  private static final List<Object> KEPT = new ArrayList<>();
  private static final Garbage GARBAGE = new Garbage();

  static void forgotten() throws Exception {
    for (int made = 0; made < 5; made++) {
      keep(builder().build()); // expect: open piled-up 5 RESTEasy client
    }
    for (int round = 0; round < 2; round++) {
      busy();
      responses();
      engines();
    }
  }

  private static void busy() throws Exception {
    ResteasyClient client = builder().build(); // expect: open 2 RESTEasy client
    keep(client);
    client.target(Loopback.small()).request().get().readEntity(String.class);
    client.target(Loopback.small()).request().get().readEntity(byte[].class);
    client.target(Loopback.small()).request().async().get().get().readEntity(String.class);
  }

  private static void responses() throws Exception {
    ResteasyClient client = builder().build(); // expect: open 2 RESTEasy client
    keep(client);
    keep(client.target(Loopback.error()).request().get()); // expect: open 2 RESTEasy response
    var half = client.target(Loopback.large()).request().get(); // expect: open 2 RESTEasy response
    keep(half.readEntity(InputStream.class)).read();
    var later = client.target(Loopback.error()).request().async().get(); // expect: open 2 RESTEasy response
    keep(later.get());
    String typed = typed();
    keep(client.target(typed).request().get(InputStream.class)); // expect: open 2 RESTEasy response
  }

  private static void engines() {
    keep(new ApacheHttpClient43Engine()); // expect: open 2 RESTEasy engine
    ClientHttpEngine given = keep(new ApacheHttpClient43Engine());
    keep(builder().httpEngine(given).build()); // expect: open 2 RESTEasy client
  }

  static void owned() {
    for (int round = 0; round < 2; round++) {
      CloseableHttpClient apache = keep(HttpClients.createDefault());
      ClientHttpEngine engine = keep(new ApacheHttpClient43Engine(apache, true));
      use(builder().httpEngine(engine).build()).close();
      use(builder().httpEngine(keep(new ApacheHttpClient43Engine())).build()).close();
      notClosed();
      closedItself();
    }
  }

  private static void notClosed() {
    CloseableHttpClient apache = HttpClients.createDefault(); // expect: open 2 Apache HttpClient 4 client
    keep(apache);
    use(builder().httpEngine(new ApacheHttpClient43Engine(apache, false)).build()).close();
  }

  private static void closedItself() {
    CloseableHttpClient apache = keep(HttpClients.createDefault());
    use(builder().httpEngine(new ApacheHttpClient43Engine(apache, false)).build()).close();
    close(apache);
  }

  static void abandoned() throws Exception {
    ResteasyClient client = keep(builder().build());
    for (int round = 0; round < 2; round++) {
      drop();
      GARBAGE.add(client.target(Loopback.error()).request().get()); // expect: abandoned 2 RESTEasy response
      GARBAGE.collect();
    }
    goOnReading(client);
    client.close();
  }

  private static void drop() {
    GARBAGE.add(builder().build()); // expect: abandoned 2 RESTEasy client
    GARBAGE.add(use(builder().build())); // expect: abandoned 2 RESTEasy client
  }

  /** The response object is no longer in the application's hands while its stream is read. */
  private static void goOnReading(ResteasyClient client) throws Exception {
    InputStream entity = client.target(Loopback.large()).request().get().readEntity(InputStream.class);
    entity.read();
    GARBAGE.collect();
    entity.readAllBytes();
    entity.close();
  }

  static void closed() throws Exception {
    keep(builder().build()).close();
    ResteasyClient twice = keep(builder().build());
    twice.close();
    twice.close();
    requests(builder());
    requests(builder().connectionPoolSize(0));
    requests(builder().httpEngine(new ApacheHttpClient43Engine()));
    keep(use(builder().httpEngine(new URLConnectionEngine()).build())).close();
    new ApacheHttpClient43Engine().close();
    ClientHttpEngine asynchronous =
        new ApacheHttpAsyncClient4Engine(HttpAsyncClients.createDefault(), true);
    ResteasyClient client = keep(builder().httpEngine(asynchronous).build());
    client.target(Loopback.small()).request().async().get().get().close();
    client.close();
  }

  private static void requests(ResteasyClientBuilder builder) throws Exception {
    ResteasyClient client = keep(builder.build());
    for (String url : List.of(Loopback.small(), Loopback.error(), Loopback.moved())) {
      client.target(url).request().get().close();
      keep(client.target(url).request().get()).readEntity(String.class);
      keep(client.target(url).request().get()).readEntity(byte[].class);
      keep(client.target(url).request().get().readEntity(InputStream.class)).close();
      var read = keep(client.target(url).request().get());
      keep(read.readEntity(InputStream.class)).readAllBytes();
      read.close();
      keep(client.target(url).request().async().get().get()).readEntity(String.class);
    }
    keep(client.target(Loopback.large()).request().get()).close();
    keep(client.target(typed()).request().get()).bufferEntity();
    keep(client.target(typed()).request().get(String.class));
    keep(client.target(Loopback.empty()).request().get());
    keep(client.target(Loopback.unmodified()).request().get());
    keep(client.target(Loopback.small()).request().head());
    failing(client);
    client.close();
  }

  private static void failing(ResteasyClient client) throws Exception {
    try {
      client.target(Loopback.error()).request().get(String.class);
      throw new AssertionError("was to fail");
    } catch (RuntimeException e) {
      keep(e);
    }
    try {
      client.target(Loopback.error()).request().async().get(String.class).get();
      throw new AssertionError("was to fail");
    } catch (ExecutionException e) {
      keep(e);
    }
    try {
      client.target(Loopback.refused()).request().get();
      throw new AssertionError("was to be refused");
    } catch (RuntimeException e) {
      keep(e);
    }
    try {
      client.target(Loopback.cut()).request().get().readEntity(String.class);
      throw new AssertionError("was to break off");
    } catch (RuntimeException e) {
      keep(e);
    }
  }

  static void late() {
    ResteasyClient atOnce = builder().build();
    ResteasyClient late = use(builder().build());
    System.out.println("clients that hooks close: 4"); // Apache's, too
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(atOnce, 0)));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(late, 500)));
  }

  private static void close(ResteasyClient client, long millisLate) {
    long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millisLate);
    while (System.nanoTime() < due) {
      LockSupport.parkNanos(due - System.nanoTime());
    }
    client.close();
  }

  private static void close(CloseableHttpClient client) {
    try {
      client.close();
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  private static ResteasyClient use(ResteasyClient client) {
    client.target(Loopback.small()).request().get().readEntity(String.class);
    return client;
  }

  /** Without a type of its content, an answer is not read. */
  private static String typed() {
    return Raw.answering(
        "HTTP/1.1 200 OK", "Content-Type: text/plain", "Content-Length: 4", "", "text");
  }

  /** From version 4 on, another class implements it. */
  private static ResteasyClientBuilder builder() {
    String api = "org.jboss.resteasy.client.jaxrs.";
    try {
      return (ResteasyClientBuilder) make(api + "internal.ResteasyClientBuilderImpl");
    } catch (ClassNotFoundException e) {
      try {
        return (ResteasyClientBuilder) make(api + "ResteasyClientBuilder");
      } catch (ClassNotFoundException missing) {
        throw new AssertionError(missing);
      }
    }
  }

  private static Object make(String type) throws ClassNotFoundException {
    try {
      return Class.forName(type).getConstructor().newInstance();
    } catch (ClassNotFoundException e) {
      throw e;
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static <T> T keep(T kept) {
    KEPT.add(kept);
    return kept;
  }
}
