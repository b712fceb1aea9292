import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** Forgets some responses, but closes its client at last, and all of them with it. */
public class PartialLeftToClient {

  private static final List<Object> KEPT = new ArrayList<>();

  public static void main(String[] args) throws Exception {
    HttpClientBuilder builder = HttpClientBuilder.create();
    builder.setConnectionManager(
        PoolingHttpClientConnectionManagerBuilder.create().setMaxConnPerRoute(20).build());
    try (CloseableHttpClient client = builder.build()) {
      for (int call = 0; call < 30; call++) {
        call(client, call % 5 == 4);
      }
    }
  }

  private static void call(CloseableHttpClient client, boolean forgets) throws Exception {
    String url = forgets ? Loopback.large() : Loopback.small();
    CloseableHttpResponse response = client.execute(new HttpGet(url)); // expect: information partial 6 Apache HttpClient 5 response
    KEPT.add(response);
    if (!forgets) {
      EntityUtils.consume(response.getEntity());
      response.close();
    }
  }
}
