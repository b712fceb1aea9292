import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** Closes clients and lets go of them. */
public class NotAbandonedClosed {

  private static final Garbage GARBAGE = new Garbage();

  public static void main(String[] args) throws Exception {
    for (int made = 0; made < 6; made++) {
      drop();
    }
    GARBAGE.collect();
  }

  private static void drop() throws Exception {
    CloseableHttpClient client = HttpClients.createDefault();
    GARBAGE.add(client);
    EntityUtils.consume(client.execute(new HttpGet(Loopback.small())).getEntity());
    client.close();
  }
}
