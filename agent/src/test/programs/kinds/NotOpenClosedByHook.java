import java.util.ArrayList;
import java.util.List;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.util.EntityUtils;

/** Leaves its clients to a shutdown hook. */
public class NotOpenClosedByHook {

  private static final List<CloseableHttpClient> KEPT = new ArrayList<>();

  public static void main(String[] args) throws Exception {
    for (int made = 0; made < 6; made++) {
      CloseableHttpClient client = HttpClients.createDefault();
      EntityUtils.consume(client.execute(new HttpGet(Loopback.small())).getEntity());
      KEPT.add(client);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(NotOpenClosedByHook::close));
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
