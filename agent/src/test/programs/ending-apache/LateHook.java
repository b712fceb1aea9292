import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/** Closes its clients in a shutdown hook, half a second after all other hooks have ended. */
public class LateHook {

  private static final List<CloseableHttpClient> CLIENTS = new ArrayList<>();

  public static void main(String[] args) throws Exception {
    for (int made = 0; made < 5; made++) {
      CLIENTS.add(HttpClients.createDefault());
    }
    Runtime.getRuntime().addShutdownHook(new Thread(LateHook::close));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("another hook")));
    if (args[0].equals("exit")) {
      System.exit(7);
    } else if (args[0].equals("wait")) {
      System.out.println("ready");
      Thread.currentThread().join();
    }
  }

  private static void close() {
    try {
      if (new CountDownLatch(1).await(500, TimeUnit.MILLISECONDS)) {
        return;
      }
      for (CloseableHttpClient client : CLIENTS) {
        client.close();
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
