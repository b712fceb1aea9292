import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The same, with two clients of Elasticsearch 9 that nobody closes. */
public class ForgetsNine {

  private static final List<Object> KEPT = new ArrayList<>();

  // prints: 16 answers
  public static void main(String[] args) throws IOException {
    Application.run(ForgetsNine::ask);
    System.exit(0); // their threads would keep the JVM
  }

  private static void ask(String cluster) throws IOException {
    for (int asked = 0; asked < 2; asked++) {
      var client =
          ElasticsearchClient.of(b -> b.host(cluster)); // expect: open 2 Elasticsearch Java Rest5Client
      KEPT.add(client);
      client.ping();
    }
  }
}
