import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;

/** Two clients that are closed while tasks for them wait. */
class ClosedTooEarly {

  public static void main(String[] arguments) throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    for (int round = 0; round < 2; round++) {
      CloseableHttpClient client = HttpClients.createDefault(); // expect: used-after-close 2 Apache HttpClient 4 client
      client.close();
      pool.execute(() -> ask(client));
    }
    pool.shutdown();
    pool.awaitTermination(1, TimeUnit.MINUTES);
  }

  private static void ask(CloseableHttpClient client) {
    try {
      client.execute(new HttpGet(Loopback.small()));
    } catch (Exception e) {
      // as it has to be
    }
  }
}
