import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/** Closes some clients while it runs, and the others in a shutdown hook. */
public class NoPartialAtShutdown {

  private static final List<CloseableHttpClient> KEPT = new ArrayList<>();

  public static void main(String[] args) throws Exception {
    for (int made = 0; made < 8; made++) {
      KEPT.add(HttpClients.createDefault());
    }
    for (CloseableHttpClient client : KEPT.subList(0, 6)) {
      client.close();
    }
    Runtime.getRuntime().addShutdownHook(new Thread(NoPartialAtShutdown::close));
  }

  private static void close() {
    try {
      for (CloseableHttpClient client : KEPT) {
        client.close();
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
