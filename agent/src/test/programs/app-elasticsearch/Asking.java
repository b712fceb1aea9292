import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._helpers.bulk.BulkIngester;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.RestClient;

/** Requests of each sort, and whether their answers are right. */
final class Asking {

  private int answers;

  /** The number of right answers. */
  int answers() {
    return answers;
  }

  void with(ElasticsearchClient client) throws IOException {
    check(client.ping().value(), true);
    Map<String, String> book = Map.of("title", "a book");
    check(client.index(i -> i.index("books").id("1").document(book)).id(), "1");
    check(client.get(g -> g.index("books").id("1"), Map.class).found(), true);
    check(client.search(s -> s.index("books"), Map.class).hits().hits().size(), 1);
    check(client.exists(e -> e.index("none").id("1")).value(), false);
    try {
      client.search(s -> s.index("none"), Map.class);
      throw new AssertionError("was to fail");
    } catch (ElasticsearchException e) {
      check(e.status(), 404);
    }
    try (BulkIngester<Void> ingester = BulkIngester.of(b -> b.client(client).maxOperations(1))) {
      ingester.add(o -> o.index(i -> i.index("books").id("1").document(book)));
      ingester.flush();
    }
  }

  void with(ElasticsearchAsyncClient client) {
    check(client.search(s -> s.index("books"), Map.class).join().hits().hits().size(), 1);
    try {
      client.search(s -> s.index("none"), Map.class).join();
      throw new AssertionError("was to fail");
    } catch (CompletionException e) {
      check(e.getCause() instanceof ElasticsearchException, true);
    }
  }

  void with(RestClient client) throws IOException {
    Response response = client.performRequest(new Request("GET", "/books/_doc/1"));
    check(response.getStatusLine().getStatusCode(), 200); // and leaves its body, which is in memory
    try {
      client.performRequest(new Request("GET", "/none/_doc/1"));
      throw new AssertionError("was to fail");
    } catch (ResponseException e) {
      check(e.getResponse().getStatusLine().getStatusCode(), 404);
    }
  }

  private void check(Object answer, Object expected) {
    if (!expected.equals(answer)) {
      throw new AssertionError(answer + " instead of " + expected);
    }
    answers++;
  }
}
