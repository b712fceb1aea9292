import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import kong.unirest.core.Config;
import kong.unirest.core.Unirest;
import kong.unirest.core.UnirestException;
import kong.unirest.core.UnirestInstance;
import kong.unirest.core.java.JavaClient;

/** Instances of Unirest 4, left open, given clients of their own, dropped and closed. */
public class Fixture {

  private static final List<Object> KEPT = new ArrayList<>();
  private static final int ROUNDS = 2;

  static void forgotten() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      UnirestInstance unused = keep(Unirest.spawnInstance()); // expect: open 2 Unirest 4 instance
      unused.config().connectTimeout(1_000);
      keep(new UnirestInstance(new Config())); // expect: open 2 Unirest 4 instance
      busy();
      usedAfterItsClose();
      primary();
    }
  }

  private static void busy() throws Exception {
    UnirestInstance instance = keep(Unirest.spawnInstance()); // expect: open 2 Unirest 4 instance
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
        .asString(); // expect: open 2 Unirest 4 instance
  }

  /** It is there for the life of the JVM, and may be shut down or not. */
  private static void primary() {
    Unirest.get(Loopback.small()).asString();
    Unirest.shutDown();
    Unirest.get(Loopback.small()).asString();
    keep(Unirest.primaryInstance());
  }

  static void owned() {
    for (int round = 0; round < 5; round++) {
      given();
      makingItsOwn();
    }
  }

  /** No close of an instance closes the JDK's client that it was given. */
  private static void given() {
    HttpClient client = keep(HttpClient.newHttpClient()); // expect: open piled-up 5 java.net.http client
    UnirestInstance instance = keep(Unirest.spawnInstance());
    instance.config().httpClient(new JavaClient(instance.config(), client));
    instance.get(Loopback.small()).asString();
    instance.close();
  }

  private static void makingItsOwn() {
    UnirestInstance instance = keep(Unirest.spawnInstance());
    instance.config().httpClient(JavaClient::new);
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
    UnirestInstance instance = Unirest.spawnInstance(); // expect: abandoned piled-up 5 Unirest 4 instance
    instance.get(Loopback.small()).asString();
    garbage.add(instance.config());
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
      Unirest.get(Loopback.small()).asString();
    }
  }

  private static void close(UnirestInstance instance, int way) {
    switch (way) {
      case 0 -> instance.close();
      case 1 -> instance.reset();
      case 2 -> instance.reset(false);
      default -> instance.config().reset();
    }
  }

  private static void answers(UnirestInstance instance) throws Exception {
    instance.get(Loopback.small()).asString();
    instance.get(Loopback.large()).asBytes();
    instance.get(Loopback.error()).asString();
    instance.get(Loopback.moved()).asString();
    instance.get(Loopback.empty()).asString();
    instance.head(Loopback.small()).asString();
    instance.get(Loopback.small()).asObject(raw -> raw.getContentAsString());
    failing(() -> instance.get(Loopback.refused()).asString().getBody());
    instance.get(Loopback.cut()).asString();
    keep(instance.get(Loopback.refused()).asStringAsync().get());
  }

  private static void failing(Supplier<String> request) {
    try {
      throw new AssertionError("was to fail, and said " + request.get());
    } catch (UnirestException e) {
      keep(e);
    }
  }

  static void late() {
    System.out.println("clients that hooks close: " + ROUNDS);
    for (int round = 0; round < ROUNDS; round++) {
      UnirestInstance instance = Unirest.spawnInstance();
      instance.get(Loopback.small()).asString();
      Runtime.getRuntime().addShutdownHook(new Thread(instance::close));
    }
  }

  private static <T> T keep(T kept) {
    KEPT.add(kept);
    return kept;
  }
}
