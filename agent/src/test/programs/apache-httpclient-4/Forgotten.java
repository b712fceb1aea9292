import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.conn.BasicHttpClientConnectionManager;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.apache.http.util.EntityUtils;

/** Leaves clients, managers and responses of Apache HttpClient 4 open. */
@SuppressWarnings("deprecation")
public class Forgotten {

  private static final List<Object> KEPT = new ArrayList<>();

  public static void main(String[] args) throws Exception {
    for (int made = 0; made < 5; made++) {
      keep(HttpClients.createDefault()); // expect: open piled-up 5 Apache HttpClient 4 client
    }
    for (int round = 0; round < 2; round++) {
      keep(HttpClients.createDefault()); // expect: open 2 Apache HttpClient 4 client
      keep(HttpClients.createMinimal()); // expect: open 2 Apache HttpClient 4 client
      keep(new DefaultHttpClient()); // expect: open 2 Apache HttpClient 4 client
      managers();
      busy();
      responses();
    }
  }

  private static void managers() {
    keep(new PoolingHttpClientConnectionManager()); // expect: open 2 Apache HttpClient 4 connection manager
    keep(new BasicHttpClientConnectionManager()); // expect: open 2 Apache HttpClient 4 connection manager
  }

  private static void busy() throws Exception {
    CloseableHttpClient client =
        HttpClients.custom() //
            .evictExpiredConnections()
            .build(); // expect: open 2 Apache HttpClient 4 client
    keep(client);
    for (int request = 0; request < 3; request++) {
      EntityUtils.consume(client.execute(new HttpGet(Loopback.small())).getEntity());
    }
  }

  private static void responses() throws Exception {
    CloseableHttpClient client = HttpClients.createDefault(); // expect: open 2 Apache HttpClient 4 client
    keep(client);
    CloseableHttpResponse refused =
        client.execute(new HttpGet(Loopback.error())); // expect: open 2 Apache HttpClient 4 response
    keep(refused);
    CloseableHttpResponse half =
        client.execute(new HttpGet(Loopback.large())); // expect: open 2 Apache HttpClient 4 response
    InputStream body = half.getEntity().getContent();
    body.read();
    keep(half);
  }

  private static void keep(Object open) {
    KEPT.add(open);
  }
}
