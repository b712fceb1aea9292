package dev.ajar.demo;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.BasicHttpClientResponseHandler;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;

/** Charges tenants for what they asked, over Apache HttpClient 5. */
final class Billing {

  private final CloseableHttpClient http = HttpClients.createDefault();
  private final AtomicInteger charges = new AtomicInteger();
  private final URI endpoint;

  Billing(URI endpoint) {
    this.endpoint = endpoint;
  }

  void charge(String tenant, String token) throws IOException {
    var post = new HttpPost(endpoint);
    post.setHeader("Authorization", "Bearer " + token);
    var json = Json.object("tenant", tenant);
    post.setEntity(new StringEntity(json, ContentType.APPLICATION_JSON));
    http.execute(post, new BasicHttpClientResponseHandler());
    charges.incrementAndGet();
  }

  int charges() {
    return charges.get();
  }

  /** Closes the client when the last charges have had some time to go through. */
  CompletableFuture<Void> closeAfter(Duration grace) {
    Executor later = CompletableFuture.delayedExecutor(grace.toMillis(), MILLISECONDS);
    return CompletableFuture.runAsync(() -> http.close(CloseMode.GRACEFUL), later);
  }
}
