import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.conn.BasicHttpClientConnectionManager;
import org.apache.http.util.EntityUtils;

/** Drops clients, managers and responses of Apache HttpClient 4 without closing them. */
public class Abandoned {

  private static final Garbage GARBAGE = new Garbage();

  public static void main(String[] args) throws Exception {
    try (CloseableHttpClient client = HttpClients.createDefault()) {
      for (int round = 0; round < 2; round++) {
        drop();
        GARBAGE.add(client.execute(new HttpGet(Loopback.error()))); // expect: abandoned 2 Apache HttpClient 4 response
      }
      GARBAGE.collect();
    }
  }

  private static void drop() throws Exception {
    GARBAGE.add(HttpClients.createDefault()); // expect: abandoned 2 Apache HttpClient 4 client
    GARBAGE.add(new BasicHttpClientConnectionManager()); // expect: abandoned 2 Apache HttpClient 4 connection manager
    CloseableHttpClient used = HttpClients.createDefault(); // expect: abandoned 2 Apache HttpClient 4 client
    EntityUtils.consume(used.execute(new HttpGet(Loopback.small())).getEntity());
    GARBAGE.add(used);
  }
}
