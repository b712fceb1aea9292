import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.io.IOException;
import java.net.URI;

/** The same with the client of Elasticsearch 9, which makes its lower levels or is given them. */
public class ApplicationOfNine {

  // prints: 24 answers
  public static void main(String[] args) throws IOException {
    Asking asking = new Asking();
    try (Cluster cluster = new Cluster()) {
      try (ElasticsearchClient client = ElasticsearchClient.of(b -> b.host(cluster.address()))) {
        asking.with(client);
      }
      try (Rest5Client lent = Rest5Client.builder(URI.create(cluster.address())).build()) {
        asking.with(new ElasticsearchClient(over(lent)));
      }
      Rest5Client low = Rest5Client.builder(URI.create(cluster.address())).build();
      try (Rest5ClientTransport transport = over(low)) {
        asking.with(new ElasticsearchClient(transport));
      }
      ElasticsearchClient legacy =
          ElasticsearchClient.of(b -> b.host(cluster.address()).useLegacyTransport(true));
      asking.with(legacy);
      legacy.close();
    }
    System.out.println(asking.answers() + " answers");
  }

  private static Rest5ClientTransport over(Rest5Client client) {
    return new Rest5ClientTransport(client, new JacksonJsonpMapper());
  }
}
