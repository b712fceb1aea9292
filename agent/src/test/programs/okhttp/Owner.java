import java.io.File;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.Cache;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** Gives pools and caches of its own to clients of OkHttp. */
public class Owner {

  private static final List<Object> KEPT = new ArrayList<>();

  public static void main(String[] args) throws Exception {
    onePoolForMany();
    aPoolForEach();
    for (int round = 0; round < 2; round++) {
      cacheOfAClient();
    }
  }

  /** One pool is one client, however many are made with it. */
  private static void onePoolForMany() throws Exception {
    ConnectionPool pool = new ConnectionPool();
    for (int made = 0; made < 6; made++) {
      OkHttpClient client = new OkHttpClient.Builder().connectionPool(pool).build();
      get(client);
      KEPT.add(client);
    }
  }

  private static void aPoolForEach() throws Exception {
    for (int made = 0; made < 6; made++) {
      ConnectionPool pool = new ConnectionPool(1, 1, TimeUnit.MINUTES);
      OkHttpClient client =
          new OkHttpClient.Builder()
              .connectionPool(pool)
              .build(); // expect: open piled-up 6 OkHttp client
      get(client);
      KEPT.add(client);
    }
  }

  private static void cacheOfAClient() throws Exception {
    Cache closed = new Cache(Files.createTempDirectory("cache").toFile(), 1_000_000);
    OkHttpClient closing = new OkHttpClient.Builder().cache(closed).build();
    get(closing);
    closing.cache().close();
    closing.connectionPool().evictAll();
    KEPT.add(closing);

    File directory = Files.createTempDirectory("cache").toFile();
    Cache open = new Cache(directory, 1_000_000); // expect: open 2 OkHttp cache
    OkHttpClient forgetting = new OkHttpClient.Builder().cache(open).build();
    get(forgetting);
    forgetting.connectionPool().evictAll();
    KEPT.add(forgetting);
  }

  private static void get(OkHttpClient client) throws Exception {
    client.newCall(new Request.Builder().url(Loopback.small()).build()).execute().close();
  }
}
