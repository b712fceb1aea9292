import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/** Makes 500 clients on one line and 32 threads, and closes them if it is told to. */
public class FiveHundred {

  private static final Queue<CloseableHttpClient> KEPT = new ConcurrentLinkedQueue<>();

  public static void main(String[] args) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(32);
    for (int made = 0; made < 500; made++) {
      threads.execute(FiveHundred::make);
    }
    threads.shutdown();
    threads.awaitTermination(1, TimeUnit.MINUTES);
    if (args.length == 1 && args[0].equals("close")) {
      for (CloseableHttpClient client : KEPT) {
        client.close();
      }
    }
    System.out.println(KEPT.size());
  }

  private static void make() {
    KEPT.add(HttpClients.createDefault()); // expect: open piled-up 500 Apache HttpClient 5 client
  }
}
