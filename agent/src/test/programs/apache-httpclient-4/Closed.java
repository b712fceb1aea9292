import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.methods.HttpHead;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.client.SystemDefaultHttpClient;
import org.apache.http.impl.conn.BasicHttpClientConnectionManager;
import org.apache.http.impl.conn.PoolingClientConnectionManager;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.apache.http.impl.conn.SingleClientConnManager;
import org.apache.http.util.EntityUtils;

/** Closes everything of Apache HttpClient 4, in all the ways there are. */
@SuppressWarnings("deprecation")
public class Closed {

  private static final List<Object> KEPT = new ArrayList<>();

  public static void main(String[] args) throws Exception {
    try (CloseableHttpClient client = keep(HttpClients.createDefault())) {
      responses(client);
      withoutBody(client);
      failing(client);
    }
    try (CloseableHttpClient client = keep(HttpClients.createMinimal())) {
      EntityUtils.consume(client.execute(new HttpGet(Loopback.small())).getEntity());
    }
    clients();
    legacyClients();
    managers();
  }

  private static void responses(CloseableHttpClient client) throws Exception {
    for (String url : List.of(Loopback.small(), Loopback.error(), Loopback.moved(), Loopback.zipped())) {
      try (CloseableHttpResponse response = keep(client.execute(new HttpGet(url)))) {
        EntityUtils.toString(response.getEntity());
      }
      EntityUtils.consume(keep(client.execute(new HttpGet(url))).getEntity());
      EntityUtils.toByteArray(keep(client.execute(new HttpGet(url))).getEntity());
      EntityUtils.consumeQuietly(keep(client.execute(new HttpGet(url))).getEntity());
      keep(client.execute(new HttpGet(url))).getEntity().getContent().close();
      keep(client.execute(new HttpGet(url))).close();
      client.execute(new HttpGet(url), response -> keep(response).getEntity());
    }
    InputStream toTheEnd = keep(client.execute(new HttpGet(Loopback.large()))).getEntity().getContent();
    toTheEnd.readAllBytes();
    HttpGet released = new HttpGet(Loopback.large());
    keep(client.execute(released));
    released.releaseConnection();
    HttpGet aborted = new HttpGet(Loopback.large());
    keep(client.execute(aborted));
    aborted.abort();
    CloseableHttpResponse half = keep(client.execute(new HttpGet(Loopback.large())));
    half.getEntity().getContent().read();
    half.close();
  }

  private static void withoutBody(CloseableHttpClient client) throws Exception {
    for (HttpUriRequest request :
        List.of(
            new HttpGet(Loopback.empty()),
            new HttpGet(Loopback.unmodified()),
            new HttpHead(Loopback.small()),
            new HttpHead(Loopback.error()))) {
      keep(client.execute(request));
    }
  }

  private static void failing(CloseableHttpClient client) throws Exception {
    try {
      client.execute(new HttpGet(Loopback.refused()));
      throw new AssertionError("was to be refused");
    } catch (IOException e) {
      keep(e);
    }
    try {
      EntityUtils.toString(keep(client.execute(new HttpGet(Loopback.cut()))).getEntity());
      throw new AssertionError("was to break off");
    } catch (IOException e) {
      keep(e);
    }
    try {
      client.execute(
          new HttpGet(Loopback.large()),
          (HttpResponse response) -> {
            throw new IllegalStateException("a handler that fails");
          });
    } catch (IllegalStateException e) {
      keep(e);
    }
  }

  private static void clients() throws Exception {
    CloseableHttpClient twice = keep(HttpClients.createDefault());
    twice.close();
    twice.close();
    CloseableHttpClient byItsManager = keep(HttpClients.createDefault());
    EntityUtils.consume(byItsManager.execute(new HttpGet(Loopback.small())).getEntity());
    byItsManager.getConnectionManager().shutdown();
    keep(HttpClients.createMinimal()).getConnectionManager().shutdown();
    keep(HttpClients.createSystem()).close();
    keep(HttpClients.custom().evictExpiredConnections().disableAutomaticRetries().build()).close();
    CloseableHttpClient withOpenResponse = keep(HttpClients.createDefault());
    keep(withOpenResponse.execute(new HttpGet(Loopback.large())));
    withOpenResponse.close();
  }

  /** What code of before 4.3 does, and all it knows. */
  private static void legacyClients() throws Exception {
    keep(new DefaultHttpClient()).close();
    DefaultHttpClient used = keep(new DefaultHttpClient());
    EntityUtils.consume(used.execute(new HttpGet(Loopback.small())).getEntity());
    used.getConnectionManager().shutdown();
    keep(new SystemDefaultHttpClient()).getConnectionManager().shutdown();
    keep(new DefaultHttpClient(new PoolingClientConnectionManager())).getConnectionManager().shutdown();
    SingleClientConnManager manager = keep(new SingleClientConnManager());
    keep(new DefaultHttpClient(manager));
    manager.shutdown();
  }

  private static void managers() throws Exception {
    keep(new PoolingHttpClientConnectionManager()).shutdown();
    keep(new PoolingHttpClientConnectionManager()).close();
    keep(new BasicHttpClientConnectionManager()).shutdown();
    keep(new BasicHttpClientConnectionManager()).close();
  }

  private static <T> T keep(T closed) {
    KEPT.add(closed);
    return closed;
  }
}
