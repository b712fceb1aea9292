import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;

/** Requests from outside of Vert.x, and whether their answers are right. */
final class Asking {

  private static final String BODY = "a small answer";
  private static final int SIZE = 2_000_000;

  private int answers;

  /** The number of right answers. */
  int answers() {
    return answers;
  }

  void with(Service service) {
    check(await(service.asked()), BODY);
    check(await(service.ask("/small")), BODY);
    check(await(service.ask("/error")), BODY);
    check(await(service.ask("/large")).length(), SIZE);
  }

  void with(WebClient client) {
    check(get(client, Loopback.small()).bodyAsString(), BODY);
    check(get(client, Loopback.error()).statusCode(), 500);
    check(get(client, Loopback.empty()).statusCode(), 204);
    check(get(client, Loopback.moved()).bodyAsString(), BODY);
    check(get(client, Loopback.large()).body().length(), SIZE);
    Future<HttpResponse<Buffer>> refused = client.getAbs(Loopback.refused()).send();
    var failed = refused.toCompletionStage().handle((answer, failure) -> failure != null);
    check(failed.toCompletableFuture().join(), true);
  }

  static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }

  private static HttpResponse<Buffer> get(WebClient client, String url) {
    return await(client.getAbs(url).send());
  }

  private void check(Object answer, Object expected) {
    if (!expected.equals(answer)) {
      throw new AssertionError(answer + " instead of " + expected);
    }
    answers++;
  }
}
