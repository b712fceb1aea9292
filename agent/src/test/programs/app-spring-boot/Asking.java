import java.net.URI;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;

/** Requests of each sort, and whether their answers are right. */
final class Asking {

  private static final URI SMALL = URI.create(Loopback.small());
  private static final URI ERROR = URI.create(Loopback.error());
  private static final URI EMPTY = URI.create(Loopback.empty());
  private static final URI LARGE = URI.create(Loopback.large());
  private static final String BODY = "a small answer";
  private static final int SIZE = 2_000_000;

  private int answers;

  /** The number of right answers. */
  int answers() {
    return answers;
  }

  void with(RestClient client) {
    check(client.get().uri(SMALL).retrieve().body(String.class), BODY);
    check(client.get().uri(EMPTY).retrieve().toBodilessEntity().getStatusCode().value(), 204);
    check(client.get().uri(LARGE).retrieve().body(byte[].class).length, SIZE);
    var error = client.get().uri(ERROR);
    check(error.exchange((request, response) -> response.getStatusCode().value()), 500);
    try {
      client.get().uri(ERROR).retrieve().body(String.class);
      throw new AssertionError("was to fail");
    } catch (HttpServerErrorException e) {
      check(e.getResponseBodyAsString(), BODY);
    }
  }

  void with(RestTemplate template) {
    check(template.getForObject(SMALL, String.class), BODY);
    check(template.headForHeaders(SMALL).getDate() > 0, true);
    check(template.postForEntity(SMALL, "an order", String.class).getBody(), BODY);
    var empty = template.exchange(EMPTY, HttpMethod.GET, null, String.class);
    check(empty.getStatusCode().value(), 204);
    try {
      template.getForObject(ERROR, String.class);
      throw new AssertionError("was to fail");
    } catch (HttpServerErrorException e) {
      check(e.getResponseBodyAsString(), BODY);
    }
  }

  void with(WebClient client) {
    check(client.get().uri(SMALL).retrieve().bodyToMono(String.class).block(), BODY);
    var empty = client.get().uri(EMPTY).retrieve().toBodilessEntity().block();
    check(empty.getStatusCode().value(), 204);
    check(
        client
            .get()
            .uri(ERROR)
            .exchangeToMono(response -> response.releaseBody().thenReturn(response.statusCode()))
            .block(),
        HttpStatusCode.valueOf(500));
    try {
      client.get().uri(ERROR).retrieve().bodyToMono(String.class).block();
      throw new AssertionError("was to fail");
    } catch (WebClientResponseException e) {
      check(e.getResponseBodyAsString(), BODY);
    }
  }

  private void check(Object answer, Object expected) {
    if (!expected.equals(answer)) {
      throw new AssertionError(answer + " instead of " + expected);
    }
    answers++;
  }
}
