package dev.ajar.demo;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.BasicHttpClientResponseHandler;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;

/** What guests may still ask: two clients over shared connections, which neither close closes. */
final class Quotas implements Closeable {

  private final PoolingHttpClientConnectionManager connections =
      PoolingHttpClientConnectionManagerBuilder.create()
          .setMaxConnPerRoute(8)
          .setMaxConnTotal(8)
          .build(); // expect: close-failed 1 Apache HttpClient 5 connection manager
  private final CloseableHttpClient reading = client();
  private final CloseableHttpClient taking = client();
  private final URI endpoint;

  Quotas(URI endpoint) {
    this.endpoint = endpoint;
  }

  /** Takes one from the guests' quota and tells what is left. */
  String take() throws IOException {
    taking.execute(new HttpPost(endpoint), new BasicHttpClientResponseHandler());
    var left = reading.execute(new HttpGet(endpoint), new BasicHttpClientResponseHandler());
    return Json.text(left, "left");
  }

  @Override
  public void close() throws IOException {
    try (reading;
        taking) {
      // Closing both is thought to be enough.
    }
  }

  private CloseableHttpClient client() {
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setConnectionManagerShared(true)
        .build();
  }
}
