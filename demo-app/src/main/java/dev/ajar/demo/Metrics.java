package dev.ajar.demo;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.BasicHttpClientResponseHandler;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;

/** Pushes numbers to a collector, over one client; the first push closes it. */
final class Metrics {

  private final CloseableHttpClient http =
      HttpClients.createDefault(); // expect: used-after-close 1 Apache HttpClient 5 client
  private final AtomicInteger missed = new AtomicInteger();
  private final URI endpoint;

  Metrics(URI endpoint) {
    this.endpoint = endpoint;
  }

  /** Pushes a number, or counts it as missed: numbers are not worth a failure. */
  void push(String name, int value) {
    var post = new HttpPost(endpoint);
    post.setEntity(new StringEntity(Json.object(name, value), ContentType.APPLICATION_JSON));
    try (http) {
      http.execute(post, new BasicHttpClientResponseHandler());
    } catch (IOException | IllegalStateException e) {
      missed.incrementAndGet();
    }
  }
}
