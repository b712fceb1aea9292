import io.helidon.webclient.api.HttpClientRequest;
import io.helidon.webclient.api.HttpClientResponse;
import io.helidon.webclient.api.WebClient;
import io.helidon.webclient.http1.Http1Client;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The WebClient of Helidon 4. */
public class Fixture {

  private static final List<Object> KEPT = new ArrayList<>();
  private static final Garbage GARBAGE = new Garbage();

  static void forgotten() throws Exception {
    for (int made = 0; made < 5; made++) {
      WebClient client = WebClient.builder().shareConnectionCache(false).build(); // expect: open piled-up 5 Helidon WebClient
      keep(client);
      get(client, Loopback.small()).requestEntity(String.class);
    }
    for (int round = 0; round < 2; round++) {
      busy();
      responses();
      shared();
    }
  }

  private static void busy() {
    WebClient client = WebClient.builder().shareConnectionCache(false).build(); // expect: open 2 Helidon WebClient
    keep(client);
    get(client, Loopback.small()).requestEntity(String.class);
    get(client, Loopback.small()).request(String.class);
    get(client, Loopback.small()).request().as(String.class);
  }

  private static void responses() throws Exception {
    WebClient client = keep(WebClient.create());
    keep(get(client, Loopback.error()).request()); // expect: open 2 Helidon response
    keep(get(client, Loopback.empty()).request()); // expect: open 2 Helidon response
    HttpClientResponse half = get(client, Loopback.large()).request(); // expect: open 2 Helidon response
    keep(half).inputStream().read();
  }

  private static void shared() {
    keep(WebClient.create());
    get(keep(WebClient.builder().build()), Loopback.small()).requestEntity(String.class);
    Http1Client http1 = Http1Client.builder().shareConnectionCache(false).build(); // expect: open 2 Helidon WebClient
    keep(http1).get(Loopback.small()).requestEntity(String.class);
  }

  static void owned() {
    for (int round = 0; round < 2; round++) {
      keep(own());
      WebClient client = keep(own());
      get(client, Loopback.small()).requestEntity(String.class);
      client.closeResource();
    }
  }

  static void abandoned() throws Exception {
    WebClient client = keep(WebClient.create());
    for (int round = 0; round < 2; round++) {
      drop();
      GARBAGE.add(get(client, Loopback.error()).request()); // expect: abandoned 2 Helidon response
      GARBAGE.collect();
    }
  }

  private static void drop() {
    WebClient client = WebClient.builder().shareConnectionCache(false).build(); // expect: abandoned 2 Helidon WebClient
    GARBAGE.add(client);
    get(client, Loopback.small()).requestEntity(String.class);
  }

  static void closed() throws Exception {
    keep(own()).closeResource();
    WebClient twice = keep(own());
    get(twice, Loopback.small()).requestEntity(String.class);
    twice.closeResource();
    twice.closeResource();
    Http1Client http1 = keep(ownHttp1());
    http1.get(Loopback.small()).requestEntity(String.class);
    http1.closeResource();
    requests(keep(WebClient.create()));
    WebClient own = keep(own());
    requests(own);
    own.closeResource();
  }

  private static void requests(WebClient client) throws Exception {
    for (String url : List.of(Loopback.small(), Loopback.error(), Loopback.moved())) {
      keep(get(client, url).request()).close();
      keep(get(client, url).request()).as(String.class);
      keep(get(client, url).request(String.class));
      try (HttpClientResponse response = keep(get(client, url).request());
          InputStream entity = response.inputStream()) {
        entity.readAllBytes();
      }
    }
    keep(get(client, Loopback.large()).request()).close();
    keep(get(client, Loopback.empty()).request()).close();
    keep(get(client, Loopback.unmodified()).request()).close();
    keep(client.head(Loopback.small()).request()).close();
    failing(client);
  }

  private static void failing(WebClient client) {
    try {
      get(client, Loopback.error()).requestEntity(String.class);
      throw new AssertionError("was to fail");
    } catch (RuntimeException e) {
      keep(e);
    }
    try {
      get(client, Loopback.refused()).request();
      throw new AssertionError("was to be refused");
    } catch (RuntimeException e) {
      keep(e);
    }
    try (HttpClientResponse cut = get(client, Loopback.cut()).request()) {
      cut.as(String.class);
      throw new AssertionError("was to break off");
    } catch (RuntimeException e) {
      keep(e);
    }
  }

  static void late() {
    WebClient atOnce = own();
    get(atOnce, Loopback.small()).requestEntity(String.class);
    WebClient late = own();
    get(late, Loopback.small()).requestEntity(String.class);
    System.out.println("clients that hooks close: 2");
    Runtime.getRuntime().addShutdownHook(new Thread(atOnce::closeResource));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  await(500);
                  late.closeResource();
                }));
  }

  private static void await(long millis) {
    long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (System.nanoTime() < due) {
      LockSupport.parkNanos(due - System.nanoTime());
    }
  }

  private static WebClient own() {
    return WebClient.builder().shareConnectionCache(false).build();
  }

  private static Http1Client ownHttp1() {
    return Http1Client.builder().shareConnectionCache(false).build();
  }

  private static HttpClientRequest get(WebClient client, String url) {
    return client.get(url);
  }

  private static <T> T keep(T kept) {
    KEPT.add(kept);
    return kept;
  }
}
