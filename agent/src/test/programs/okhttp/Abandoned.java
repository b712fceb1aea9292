import java.nio.file.Files;
import okhttp3.Cache;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Drops clients, caches and responses of OkHttp without closing them. */
public class Abandoned {

  private static final Garbage GARBAGE = new Garbage();

  public static void main(String[] args) throws Exception {
    OkHttpClient client = new OkHttpClient();
    for (int round = 0; round < 2; round++) {
      GARBAGE.add(new OkHttpClient());
      GARBAGE.add(new Cache(Files.createTempDirectory("cache").toFile(), 1_000_000)); // expect: abandoned 2 OkHttp cache
      drop(client);
    }
    GARBAGE.collect();
    client.connectionPool().evictAll();
  }

  private static void drop(OkHttpClient client) throws Exception {
    Request request = new Request.Builder().url(Loopback.error()).build();
    Response response = client.newCall(request).execute(); // expect: abandoned 2 OkHttp response
    GARBAGE.add(response.body().source());
  }
}
