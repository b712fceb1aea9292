package acme;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.io.buffer.ByteBuffer;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.client.BlockingHttpClient;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.StreamingHttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.BasicHttpClientResponseHandler;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Requests through each client of Micronaut, and whether their answers are right. */
@Singleton
public class Asking {

  private static final String BODY = "a small answer";
  private static final int SIZE = 2_000_000;

  private final Declared declared;
  private final HttpClient injected;
  private final StreamingHttpClient streaming;
  private final CloseableHttpClient factorys;
  private final String others;
  private int answers;

  Asking(
      Declared declared,
      @Client("${others.url}") HttpClient injected,
      @Client("${others.url}") StreamingHttpClient streaming,
      CloseableHttpClient factorys,
      @Value("${others.url}") String others) {
    this.declared = declared;
    this.injected = injected;
    this.streaming = streaming;
    this.factorys = factorys;
    this.others = others;
  }

  /** The number of right answers. */
  public int answers() {
    return answers;
  }

  public void withDeclared() {
    check(declared.small(), BODY);
    check(Mono.from(declared.later()).block(), BODY);
    check(declared.large().length, SIZE);
    check(declared.empty().code(), 204);
    check(declared.order("an order"), BODY);
    try {
      declared.error();
      throw new AssertionError("was to fail");
    } catch (HttpClientResponseException e) {
      check(e.getResponse().getBody(String.class).orElse(""), BODY);
    }
  }

  public void withInjected() {
    with(injected);
  }

  public void with(HttpClient client) {
    BlockingHttpClient blocking = client.toBlocking();
    check(blocking.retrieve("/small"), BODY);
    check(blocking.exchange("/empty").code(), 204);
    check(Mono.from(client.retrieve("/small")).block(), BODY);
    try {
      blocking.retrieve("/error");
      throw new AssertionError("was to fail");
    } catch (HttpClientResponseException e) {
      check(e.code(), 500);
    }
  }

  public void withFactorys() throws IOException {
    HttpGet get = new HttpGet(others + "/small");
    check(factorys.execute(get, new BasicHttpClientResponseHandler()), BODY);
  }

  public void withStreaming() {
    Flux<ByteBuffer<?>> body =
        Flux.from(streaming.dataStream(HttpRequest.GET("/large").accept(MediaType.ALL)));
    check(body.map(ByteBuffer::readableBytes).reduce(0, Integer::sum).block(), SIZE);
    ByteBuffer<?> first = Flux.from(streaming.dataStream(HttpRequest.GET("/large"))).blockFirst();
    check(first.readableBytes() > 0, true);
  }

  /** From outside, as a customer does. */
  public void service(String url) throws IOException {
    try (InputStream answer = java.net.URI.create(url + "/small").toURL().openStream()) {
      check(new String(answer.readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII), BODY);
    }
  }

  private void check(Object answer, Object expected) {
    if (!expected.equals(answer)) {
      throw new AssertionError(answer + " instead of " + expected);
    }
    answers++;
  }
}
