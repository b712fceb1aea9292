import java.io.File;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Cache;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Leaves clients, caches and responses of OkHttp open. */
public class Forgotten {

  private static final List<Object> KEPT = new ArrayList<>();

  public static void main(String[] args) throws Exception {
    OkHttpClient shared = new OkHttpClient();
    keep(shared);
    for (int made = 0; made < 6; made++) {
      keep(shared.newBuilder().retryOnConnectionFailure(false).build());
    }
    for (int made = 0; made < 4; made++) {
      keep(new OkHttpClient());
    }
    for (int made = 0; made < 5; made++) {
      keep(new OkHttpClient.Builder().build()); // expect: open piled-up 5 OkHttp client
    }
    for (int round = 0; round < 2; round++) {
      responses(shared);
      cache();
    }
    for (int round = 0; round < 5; round++) {
      busy();
    }
  }

  private static void responses(OkHttpClient client) throws Exception {
    keep(client.newCall(to(Loopback.error())).execute()); // expect: open 2 OkHttp response
    Response half = client.newCall(to(Loopback.large())).execute(); // expect: open 2 OkHttp response
    half.body().source().readByte();
    keep(half);
    okhttp3.Call cancelled = client.newCall(to(Loopback.large()));
    keep(cancelled.execute()); // expect: open 2 OkHttp response
    cancelled.cancel();
  }

  private static void cache() throws Exception {
    File directory = Files.createTempDirectory("cache").toFile();
    keep(new Cache(directory, 1_000_000)); // expect: open 2 OkHttp cache
  }

  private static void busy() throws Exception {
    OkHttpClient client = new OkHttpClient(); // expect: open piled-up 5 OkHttp client
    keep(client);
    for (int request = 0; request < 3; request++) {
      client.newCall(to(Loopback.small())).execute().close();
    }
  }

  private static Request to(String url) {
    return new Request.Builder().url(url).build();
  }

  private static void keep(Object open) {
    KEPT.add(open);
  }
}
