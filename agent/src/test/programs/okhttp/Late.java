import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import okhttp3.Cache;
import okhttp3.OkHttpClient;

/** Closes clients of OkHttp with their caches in shutdown hooks: five at once, five late. */
public class Late {

  public static void main(String[] args) throws Exception {
    System.out.println("clients that hooks close: 10");
    for (int made = 0; made < 5; made++) {
      OkHttpClient atOnce = client();
      OkHttpClient late = client();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(atOnce, 0)));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(late, 500)));
    }
  }

  private static OkHttpClient client() throws Exception {
    Cache cache = new Cache(Files.createTempDirectory("cache").toFile(), 1_000_000);
    return new OkHttpClient.Builder().cache(cache).build();
  }

  private static void close(OkHttpClient client, long millisLate) {
    long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millisLate);
    while (System.nanoTime() < due) {
      LockSupport.parkNanos(due - System.nanoTime());
    }
    client.connectionPool().evictAll();
    try {
      client.cache().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
