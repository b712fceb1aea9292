import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** Drops clients, managers and responses of Apache HttpClient 5 without closing them. */
public class Abandoned {

  private static final Garbage GARBAGE = new Garbage();

  public static void main(String[] args) throws Exception {
    try (CloseableHttpClient client = HttpClients.createDefault()) {
      for (int round = 0; round < 2; round++) {
        drop();
        GARBAGE.add(client.execute(new HttpGet(Loopback.error()))); // expect: abandoned 2 Apache HttpClient 5 response
      }
      GARBAGE.collect();
    }
  }

  private static void drop() throws Exception {
    GARBAGE.add(HttpClients.createDefault()); // expect: abandoned 2 Apache HttpClient 5 client
    GARBAGE.add(new BasicHttpClientConnectionManager()); // expect: abandoned 2 Apache HttpClient 5 connection manager
    CloseableHttpClient used = HttpClients.createDefault(); // expect: abandoned 2 Apache HttpClient 5 client
    EntityUtils.consume(used.execute(new HttpGet(Loopback.small())).getEntity());
    GARBAGE.add(used);
  }
}
