import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.http.HttpHost;
import org.elasticsearch.client.RestClient;

/** The same, with two clients of the lower level below two of the higher, which nobody closes. */
public class ForgetsClient {

  private static final List<Object> KEPT = new ArrayList<>();

  // prints: 16 answers
  public static void main(String[] args) throws IOException {
    Application.run(ForgetsClient::ask);
    System.exit(0); // their threads would keep the JVM
  }

  private static void ask(String cluster) throws IOException {
    for (int asked = 0; asked < 2; asked++) {
      var builder = RestClient.builder(HttpHost.create(cluster));
      RestClient low = builder.build(); // expect: open 2 Elasticsearch RestClient
      ElasticsearchClient client = new ElasticsearchClient(Application.over(low));
      KEPT.add(client);
      client.ping();
    }
  }
}
