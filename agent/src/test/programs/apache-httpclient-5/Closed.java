import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpHead;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;

/** Closes everything of Apache HttpClient 5, in all the ways there are. */
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
      client.execute(new HttpGet(Loopback.empty()), response -> keep(response).getCode());
      keep(client.execute(new HttpGet(Loopback.empty())));
    }
    retrying();
    clients();
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
    HttpGet aborted = new HttpGet(Loopback.large());
    keep(client.execute(aborted));
    aborted.abort();
    CloseableHttpResponse half = keep(client.execute(new HttpGet(Loopback.large())));
    half.getEntity().getContent().read();
    half.close();
  }

  private static void withoutBody(CloseableHttpClient client) throws Exception {
    for (HttpUriRequestBase request :
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
          response -> {
            throw new IllegalStateException("a handler that fails");
          });
    } catch (IllegalStateException e) {
      keep(e);
    }
  }

  /** Each retry takes a connection and gives it back. */
  private static void retrying() throws Exception {
    DefaultHttpRequestRetryStrategy twice =
        new DefaultHttpRequestRetryStrategy(
            2, TimeValue.ofMilliseconds(1), List.of(), List.of(500)) {};
    try (CloseableHttpClient client = keep(HttpClients.custom().setRetryStrategy(twice).build())) {
      keep(client.execute(new HttpGet(Loopback.error()))).close();
      client.execute(new HttpGet(Loopback.refused())).close();
      throw new AssertionError("was to be refused");
    } catch (IOException e) {
      keep(e);
    }
  }

  private static void clients() throws Exception {
    CloseableHttpClient twice = keep(HttpClients.createDefault());
    twice.close();
    twice.close();
    keep(HttpClients.createDefault()).close(CloseMode.GRACEFUL);
    keep(HttpClients.createDefault()).close(CloseMode.IMMEDIATE);
    keep(HttpClients.createMinimal()).close(CloseMode.GRACEFUL);
    keep(HttpClients.createSystem()).close();
    keep(HttpClients.custom().evictExpiredConnections().build()).close();
    CloseableHttpClient withOpenResponse = keep(HttpClients.createDefault());
    keep(withOpenResponse.execute(new HttpGet(Loopback.large())));
    withOpenResponse.close(CloseMode.IMMEDIATE);
  }

  private static void managers() throws Exception {
    keep(new PoolingHttpClientConnectionManager()).close();
    keep(new PoolingHttpClientConnectionManager()).close(CloseMode.IMMEDIATE);
    keep(new BasicHttpClientConnectionManager()).close();
    keep(new BasicHttpClientConnectionManager()).close(CloseMode.GRACEFUL);
  }

  private static <T> T keep(T closed) {
    KEPT.add(closed);
    return closed;
  }
}
