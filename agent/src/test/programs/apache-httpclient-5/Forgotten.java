import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** Leaves clients, managers and responses of Apache HttpClient 5 open. */
public class Forgotten {

  private static final List<Object> KEPT = new ArrayList<>();

  public static void main(String[] args) throws Exception {
    for (int made = 0; made < 5; made++) {
      keep(HttpClients.createDefault()); // expect: open piled-up 5 Apache HttpClient 5 client
    }
    for (int round = 0; round < 2; round++) {
      keep(HttpClients.createDefault()); // expect: open 2 Apache HttpClient 5 client
      keep(HttpClients.createMinimal()); // expect: open 2 Apache HttpClient 5 client
      keep(HttpClients.createSystem()); // expect: open 2 Apache HttpClient 5 client
      managers();
      busy();
      responses();
    }
  }

  private static void managers() {
    keep(new PoolingHttpClientConnectionManager()); // expect: open 2 Apache HttpClient 5 connection manager
    keep(new BasicHttpClientConnectionManager()); // expect: open 2 Apache HttpClient 5 connection manager
    PoolingHttpClientConnectionManagerBuilder builder =
        PoolingHttpClientConnectionManagerBuilder.create();
    keep(builder.build()); // expect: open 2 Apache HttpClient 5 connection manager
  }

  private static void busy() throws Exception {
    CloseableHttpClient client =
        HttpClients.custom() //
            .evictExpiredConnections()
            .build(); // expect: open 2 Apache HttpClient 5 client
    keep(client);
    for (int request = 0; request < 3; request++) {
      EntityUtils.consume(client.execute(new HttpGet(Loopback.small())).getEntity());
    }
  }

  private static void responses() throws Exception {
    CloseableHttpClient client = HttpClients.createDefault(); // expect: open 2 Apache HttpClient 5 client
    keep(client);
    CloseableHttpResponse refused =
        client.execute(new HttpGet(Loopback.error())); // expect: open 2 Apache HttpClient 5 response
    keep(refused);
    CloseableHttpResponse half =
        client.execute(new HttpGet(Loopback.large())); // expect: open 2 Apache HttpClient 5 response
    InputStream body = half.getEntity().getContent();
    body.read();
    keep(half);
  }

  private static void keep(Object open) {
    KEPT.add(open);
  }
}
