import java.util.concurrent.CountDownLatch;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/** Closed by a shutdown hook while a worker goes on. */
class ClosedInTheShutdown {

  public static void main(String[] arguments) {
    CloseableHttpClient client = HttpClients.createDefault();
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    Thread worker = new Thread(() -> askUntilItFails(client, closed, asked));
    worker.setDaemon(true);
    worker.start();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    client.close();
                    closed.countDown();
                    asked.await();
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                }));
  }

  private static void askUntilItFails(
      CloseableHttpClient client, CountDownLatch closed, CountDownLatch asked) {
    try {
      closed.await();
      client.execute(new HttpGet(Loopback.small()), response -> null);
    } catch (Exception e) {
      asked.countDown();
    }
  }
}
