import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import okhttp3.Cache;

/** Closes caches of OkHttp in shutdown hooks: one at once, one late. */
public class Late {

  public static void main(String[] args) throws Exception {
    Cache atOnce = new Cache(Files.createTempDirectory("cache").toFile(), 1_000_000);
    Cache late = new Cache(Files.createTempDirectory("cache").toFile(), 1_000_000);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(atOnce, 0)));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(late, 500)));
  }

  private static void close(Cache cache, long millisLate) {
    long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millisLate);
    while (System.nanoTime() < due) {
      LockSupport.parkNanos(due - System.nanoTime());
    }
    try {
      cache.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
