import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/** Closes clients of Apache HttpClient 5 in shutdown hooks: one at once, one late. */
public class Late {

  public static void main(String[] args) {
    CloseableHttpClient atOnce = HttpClients.createDefault();
    CloseableHttpClient late = HttpClients.createDefault();
    System.out.println("clients that hooks close: 2");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(atOnce, 0)));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(late, 500)));
  }

  private static void close(CloseableHttpClient client, long millisLate) {
    long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millisLate);
    while (System.nanoTime() < due) {
      LockSupport.parkNanos(due - System.nanoTime());
    }
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
