import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.util.EntityUtils;

/** Gives a client to each of many workers, which all work at the same time. */
public class NoChurnWorkers {

  private static final int WORKERS = 110;
  private static final CountDownLatch MADE = new CountDownLatch(WORKERS);

  public static void main(String[] args) throws Exception {
    try (CloseableHttpClient first = HttpClients.createDefault()) {
      ask(first);
    }
    long begun = System.nanoTime();
    List<Thread> workers = new ArrayList<>();
    for (int worker = 0; worker < WORKERS; worker++) {
      workers.add(new Thread(() -> work(begun)));
    }
    workers.forEach(Thread::start);
    for (Thread worker : workers) {
      worker.join();
    }
  }

  private static void work(long begun) {
    try (CloseableHttpClient client = HttpClients.createDefault()) {
      MADE.countDown();
      MADE.await();
      ask(client);
      long making = System.nanoTime() - begun;
      while (System.nanoTime() - begun < 3 * making) { // most of the time, all of them live
        LockSupport.parkNanos(1_000_000);
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void ask(CloseableHttpClient client) throws Exception {
    EntityUtils.consume(client.execute(new HttpGet(Loopback.small())).getEntity());
  }
}
