import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.ElasticsearchTransport;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import java.io.IOException;
import org.apache.http.HttpHost;
import org.elasticsearch.client.RestClient;

/** Looks for books with Elasticsearch, through a client of each level, which it closes. */
public class Application {

  /** What an application that is not all right does besides. */
  interface Forgetting {
    void forget(String cluster) throws IOException;
  }

  // prints: 16 answers
  public static void main(String[] args) throws IOException {
    run(cluster -> {});
  }

  /** Its life. */
  static void run(Forgetting forgetting) throws IOException {
    Asking asking = new Asking();
    try (Cluster cluster = new Cluster()) {
      String address = cluster.address();
      try (RestClient client = low(address)) {
        asking.with(client);
      }
      try (RestClient lent = low(address)) {
        asking.with(new ElasticsearchClient(over(lent)));
      }
      ElasticsearchTransport transport = over(low(address));
      asking.with(new ElasticsearchClient(transport));
      asking.with(new ElasticsearchAsyncClient(transport));
      forgetting.forget(address);
      transport.close();
    }
    System.out.println(asking.answers() + " answers");
  }

  static RestClient low(String address) {
    return RestClient.builder(HttpHost.create(address)).build();
  }

  static ElasticsearchTransport over(RestClient client) {
    return new RestClientTransport(client, new JacksonJsonpMapper());
  }
}
