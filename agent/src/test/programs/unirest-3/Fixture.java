import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import kong.unirest.Config;
import kong.unirest.Unirest;
import kong.unirest.UnirestException;
import kong.unirest.UnirestInstance;
import kong.unirest.apache.ApacheClient;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;

/** Instances of Unirest 3, left open, given clients of their own, dropped and closed. */
public class Fixture {

  private static final List<Object> KEPT = new ArrayList<>();
  private static final int ROUNDS = 2;

  static void forgotten() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      UnirestInstance unused = keep(Unirest.spawnInstance()); // expect: open 2 Unirest 3 instance
      unused.config().connectTimeout(1_000);
      keep(new UnirestInstance(new Config())); // expect: open 2 Unirest 3 instance
      busy();
      usedAfterItsClose();
      primary();
    }
  }

  private static void busy() throws Exception {
    UnirestInstance instance = keep(Unirest.spawnInstance()); // expect: open 2 Unirest 3 instance
    instance.get(Loopback.small()).asString();
    instance.get(Loopback.error()).asBytes();
    instance.get(Loopback.small()).asStringAsync().get();
  }

  /** A request after a close makes a client once more. */
  private static void usedAfterItsClose() {
    UnirestInstance instance = keep(Unirest.spawnInstance());
    instance.get(Loopback.small()).asString();
    instance.close();
    instance
        .get(Loopback.small()) //
        .asString(); // expect: open 2 Unirest 3 instance
  }

  /** It is there for the life of the JVM, and may be shut down or not. */
  private static void primary() {
    Unirest.get(Loopback.small()).asString();
    Unirest.shutDown();
    Unirest.get(Loopback.small()).asString();
    keep(Unirest.primaryInstance());
  }

  static void owned() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      given();
      wrapped();
      wrappedAndClosed();
      makingItsOwn();
    }
  }

  @SuppressWarnings("deprecation")
  private static void given() {
    CloseableHttpClient client = keep(HttpClients.createDefault());
    UnirestInstance instance = keep(Unirest.spawnInstance()); // expect: open 2 Unirest 3 instance
    instance.config().httpClient(client);
    instance.get(Loopback.small()).asString();
  }

  /** Both are the application's, and both are open. */
  private static void wrapped() {
    CloseableHttpClient client = keep(HttpClients.createDefault()); // expect: open 2 Apache HttpClient 4 client
    UnirestInstance instance = keep(Unirest.spawnInstance()); // expect: open 2 Unirest 3 instance
    instance.config().httpClient(ApacheClient.builder(client));
    instance.get(Loopback.small()).asString();
  }

  /** A close of an instance closes the client that it was given. */
  @SuppressWarnings("deprecation")
  private static void wrappedAndClosed() {
    CloseableHttpClient client = keep(HttpClients.createDefault());
    UnirestInstance wrapping = keep(Unirest.spawnInstance());
    wrapping.config().httpClient(ApacheClient.builder(client));
    wrapping.get(Loopback.small()).asString();
    wrapping.close();
    UnirestInstance given = keep(Unirest.spawnInstance());
    given.config().httpClient(keep(HttpClients.createDefault()));
    given.get(Loopback.small()).asString();
    given.close();
  }

  private static void makingItsOwn() {
    UnirestInstance instance = keep(Unirest.spawnInstance());
    instance.config().httpClient(ApacheClient::new);
    keep(instance.config().getClient());
    instance.get(Loopback.small()).asString();
    instance.close();
  }

  static void abandoned() throws Exception {
    Garbage garbage = new Garbage();
    for (int made = 0; made < 5; made++) {
      drop(garbage);
    }
    garbage.collect();
  }

  private static void drop(Garbage garbage) {
    UnirestInstance instance = Unirest.spawnInstance(); // expect: abandoned piled-up 5 Unirest 3 instance
    garbage.add(instance.config());
    garbage.add(instance);
  }

  static void closed() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      UnirestInstance unused = keep(Unirest.spawnInstance());
      unused.close();
      for (int way = 0; way < 4; way++) {
        UnirestInstance instance = keep(Unirest.spawnInstance());
        answers(instance);
        close(instance, way);
        instance.get(Loopback.small()).asString();
        close(instance, way);
        close(instance, way);
      }
      UnirestInstance asynchronous = keep(Unirest.spawnInstance());
      asynchronous.get(Loopback.small()).asStringAsync().get();
      asynchronous.close();
      Unirest.get(Loopback.small()).asString();
    }
  }

  private static void close(UnirestInstance instance, int way) {
    switch (way) {
      case 0 -> instance.close();
      case 1 -> instance.shutDown();
      case 2 -> instance.shutDown(false);
      default -> instance.config().reset();
    }
  }

  private static void answers(UnirestInstance instance) throws Exception {
    instance.get(Loopback.small()).asString();
    instance.get(Loopback.large()).asBytes();
    instance.get(Loopback.large()).asEmpty();
    instance.get(Loopback.error()).asString();
    instance.get(Loopback.moved()).asString();
    instance.get(Loopback.empty()).asString();
    instance.head(Loopback.small()).asString();
    instance.get(Loopback.small()).asJson();
    instance.get(Loopback.small()).asObject(raw -> raw.getContentAsString());
    failing(() -> instance.get(Loopback.refused()).asString().getBody());
    instance.get(Loopback.cut()).asString();
    try {
      instance.get(Loopback.refused()).asStringAsync().get();
      throw new AssertionError("was to fail");
    } catch (ExecutionException e) {
      keep(e);
    }
  }

  private static void failing(Supplier<String> request) {
    try {
      throw new AssertionError("was to fail, and said " + request.get());
    } catch (UnirestException e) {
      keep(e);
    }
  }

  /** Each closes an instance and the Apache client in it. */
  static void late() {
    System.out.println("clients that hooks close: " + 4 * ROUNDS);
    for (int round = 0; round < ROUNDS; round++) {
      UnirestInstance instance = keep(Unirest.spawnInstance());
      instance.get(Loopback.small()).asString();
      Runtime.getRuntime().addShutdownHook(new Thread(instance::close));
      UnirestInstance hooked = keep(Unirest.spawnInstance());
      hooked.config().addShutdownHook(true);
      hooked.get(Loopback.small()).asString();
    }
  }

  private static <T> T keep(T kept) {
    KEPT.add(kept);
    return kept;
  }
}
