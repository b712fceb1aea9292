package dev.ajar.demo;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.BasicHttpClientResponseHandler;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/** Tokens of the tenants, over one Apache HttpClient 5, closed at shutdown. */
final class TokenClient implements Closeable {

  private final CloseableHttpClient http = HttpClients.createDefault();
  private final URI endpoint;

  TokenClient(URI endpoint) {
    this.endpoint = endpoint;
  }

  /** A token that lets the tenant's request through. */
  String token(String tenant) throws IOException {
    var get = new HttpGet(endpoint + "?tenant=" + tenant);
    return Json.text(http.execute(get, new BasicHttpClientResponseHandler()), "token");
  }

  @Override
  public void close() throws IOException {
    http.close();
  }
}
