import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/** Returns from main while daemon threads go on making clients, and closing every other one. */
public class BusyDaemons {
  public static void main(String[] args) throws InterruptedException {
    CountDownLatch made = new CountDownLatch(400);
    for (int started = 0; started < 4; started++) {
      Thread daemon = new Thread(() -> make(made));
      daemon.setDaemon(true);
      daemon.start();
    }
    made.await();
    System.out.println("returns");
  }

  private static void make(CountDownLatch made) {
    for (int count = 0; ; count++) {
      CloseableHttpClient client = HttpClients.createDefault();
      if (count % 2 == 0) {
        try {
          client.close();
        } catch (IOException e) {
          throw new IllegalStateException(e);
        }
      }
      made.countDown();
    }
  }
}
