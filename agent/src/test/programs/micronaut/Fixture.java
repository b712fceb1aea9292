import io.micronaut.context.ApplicationContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.client.BlockingHttpClient;
import io.micronaut.http.client.DefaultHttpClientConfiguration;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.HttpClientRegistry;
import io.micronaut.http.client.exceptions.HttpClientException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Clients of Micronaut, made by hand and by an application context. */
public class Fixture {

  private static final List<Object> KEPT = new ArrayList<>();

  static void forgotten() throws Exception {
    for (int made = 0; made < 5; made++) {
      keep(HttpClient.create(server())); // expect: open piled-up 5 Micronaut HTTP client
    }
    for (int round = 0; round < 2; round++) {
      DefaultHttpClientConfiguration slow = configuration();
      get(keep(HttpClient.create(server(), slow))); // expect: open 2 Micronaut HTTP client
      HttpClient failing = keep(HttpClient.create(URI.create(Loopback.refused()).toURL())); // expect: open 2 Micronaut HTTP client
      fail(failing, "/");
      HttpClient startedAgain = keep(HttpClient.create(server(), configuration()));
      startedAgain.stop();
      startedAgain.start(); // expect: open 2 Micronaut HTTP client
      busy();
    }
  }

  private static void busy() throws Exception {
    HttpClient client = keep(HttpClient.create(server())); // expect: open 2 Micronaut HTTP client
    get(client);
    get(client);
    get(client);
  }

  static void owned() throws Exception {
    for (int round = 0; round < 2; round++) {
      ofTheContext();
      besideTheContext();
    }
  }

  private static void ofTheContext() throws Exception {
    try (ApplicationContext context = ApplicationContext.run()) {
      HttpClient client = keep(context.createBean(HttpClient.class, server()));
      get(client);
      HttpClientRegistry<?> registry = keep(context.getBean(HttpClientRegistry.class));
      keep(registry);
    }
  }

  /** Closing a context closes none that was made by hand. */
  private static void besideTheContext() throws Exception {
    try (ApplicationContext context = ApplicationContext.run()) {
      get(keep(HttpClient.create(server()))); // expect: open 2 Micronaut HTTP client
    }
  }

  static void closed() throws Exception {
    for (int round = 0; round < 2; round++) {
      inEachWay();
      answers();
      ofTheContext();
    }
  }

  private static void inEachWay() throws Exception {
    try (HttpClient client = keep(HttpClient.create(server(), configuration()))) {
      get(client);
    }
    HttpClient stopped = keep(HttpClient.create(server(), configuration()));
    get(stopped);
    stopped.stop();
    stopped.stop();
    stopped.close();
    HttpClient again = keep(HttpClient.create(server(), configuration()));
    again.start();
    again.stop();
    again.stop();
    HttpClient blocking = keep(HttpClient.create(server(), configuration()));
    BlockingHttpClient blocked = blocking.toBlocking();
    blocked.retrieve("/small");
    blocked.close();
  }

  private static void answers() throws Exception {
    try (HttpClient client = keep(HttpClient.create(server(), configuration()))) {
      for (String path : List.of("/small", "/large", "/empty", "/moved", "/zipped")) {
        client.toBlocking().exchange(HttpRequest.GET(path), byte[].class);
        client.toBlocking().exchange(HttpRequest.HEAD(path));
      }
      fail(client, "/error");
      fail(client, "/cut");
    }
    try (HttpClient client = HttpClient.create(URI.create(Loopback.refused()).toURL(), configuration())) {
      fail(client, "/");
    }
  }

  static void late() throws Exception {
    HttpClient atOnce = HttpClient.create(server(), configuration());
    HttpClient late = HttpClient.create(server(), configuration());
    get(atOnce);
    System.out.println("clients that hooks close: 4"); // two of Micronaut, two of Netty
    Runtime.getRuntime().addShutdownHook(new Thread(atOnce::close));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(500);
                  while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                  }
                  late.close();
                }));
  }

  private static DefaultHttpClientConfiguration configuration() {
    DefaultHttpClientConfiguration configuration = new DefaultHttpClientConfiguration();
    configuration.setNumOfThreads(1);
    configuration.setMaxContentLength(10_000_000);
    configuration.setShutdownQuietPeriod(Duration.ofMillis(1));
    return configuration;
  }

  private static java.net.URL server() throws Exception {
    return new java.net.URL("http://" + Loopback.host());
  }

  private static void get(HttpClient client) {
    client.toBlocking().retrieve("/small");
  }

  private static void fail(HttpClient client, String path) {
    try {
      client.toBlocking().retrieve(path);
      throw new AssertionError("was to fail");
    } catch (HttpClientException e) {
      KEPT.add(e);
    }
  }

  private static <T> T keep(T kept) {
    KEPT.add(kept);
    return kept;
  }
}
