import feign.Client;
import feign.Feign;
import feign.FeignException;
import feign.Response;
import feign.Retryer;
import feign.okhttp.OkHttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Uses Feign over the JDK's connections and over OkHttp. */
class Fixture {

  private static final List<Object> KEPT = new ArrayList<>();

  static void forgotten() throws Exception {
    for (Client client : clients()) {
      Api api = api(client);
      for (int round = 0; round < 2; round++) {
        keep(api.large()); // expect: open 4 Feign response
        Response half = api.large(); // expect: open 4 Feign response
        half.body().asInputStream().read();
        keep(half);
      }
    }
  }

  /** Each of the library's own clients is one of OkHttp. */
  static void owned() throws Exception {
    for (int made = 0; made < 6; made++) {
      keep(new OkHttpClient()); // expect: open piled-up 6 OkHttp client
    }
    okhttp3.OkHttpClient shared = keep(new okhttp3.OkHttpClient());
    for (int made = 0; made < 6; made++) {
      keep(api(new OkHttpClient(shared))).small();
      keep(api(new Client.Default(null, null))).small();
    }
  }

  static void closed() throws Exception {
    for (Client client : clients()) {
      Api api = keep(api(client));
      for (int round = 0; round < 2; round++) {
        api.small();
        api.decoded();
        api.nothing();
        api.head();
        fail(api::failing);
        cut(api);
        fail(api(client, Loopback.refused())::small);
        keep(api.readAhead());
        keep(api.empty());
        try (Response response = keep(api.large())) {
          response.body().asInputStream().read();
        }
        Response twice = keep(api.large());
        twice.close();
        twice.close();
        keep(api.large()).body().close();
        keep(api.large()).body().asInputStream().close();
        keep(api.large()).body().asInputStream().readAllBytes();
      }
    }
  }

  /** Which the JDK takes for the end. */
  private static void cut(Api api) {
    try {
      api.cut();
    } catch (FeignException e) {
      keep(e);
    }
  }

  private static void fail(Runnable call) {
    try {
      call.run();
    } catch (FeignException e) {
      keep(e);
      return;
    }
    throw new AssertionError("was to fail");
  }

  /** Two clients of OkHttp: one is closed at once, one late. */
  static void late() throws Exception {
    okhttp3.OkHttpClient atOnce = new okhttp3.OkHttpClient();
    okhttp3.OkHttpClient late = new okhttp3.OkHttpClient();
    api(new OkHttpClient(late)).small();
    System.out.println("clients that hooks close: 2");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(atOnce, 0)));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(late, 500)));
  }

  private static void close(okhttp3.OkHttpClient client, long millisLate) {
    long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millisLate);
    while (System.nanoTime() < due) {
      LockSupport.parkNanos(due - System.nanoTime());
    }
    client.connectionPool().evictAll();
  }

  private static List<Client> clients() {
    return List.of(new Client.Default(null, null), new OkHttpClient());
  }

  private static Api api(Client client) {
    return api(client, "http://" + Loopback.host());
  }

  private static Api api(Client client, String server) {
    return Feign.builder()
        .retryer(Retryer.NEVER_RETRY)
        .client(client)
        .target(Api.class, server);
  }

  private static <T> T keep(T open) {
    KEPT.add(open);
    return open;
  }
}
