import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.TransportException;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Response;
import co.elastic.clients.transport.rest5_client.low_level.ResponseException;
import co.elastic.clients.transport.rest5_client.low_level.ResponseListener;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** Elasticsearch's Java client and the Rest5Client in it. */
class Fixture {

  private static final List<Object> KEPT = new ArrayList<>();

  static void forgotten() throws Exception {
    for (int made = 0; made < 5; made++) {
      keep( //
          Rest5Client.builder(server())
              .build()); // expect: open piled-up 5 Elasticsearch Java Rest5Client
    }
    for (int round = 0; round < 2; round++) {
      busy();
      javaClients();
    }
  }

  private static void busy() throws Exception {
    Rest5Client client =
        Rest5Client.builder(server()).build(); // expect: open 2 Elasticsearch Java Rest5Client
    for (int request = 0; request < 3; request++) {
      get(keep(client), "/small");
    }
  }

  private static void javaClients() throws Exception {
    ElasticsearchClient made =
        ElasticsearchClient.of( // expect: open 2 Elasticsearch Java Rest5Client
            with -> with.host(server()));
    ping(keep(made));
    Rest5Client rest =
        Rest5Client.builder(server()).build(); // expect: open 2 Elasticsearch Java Rest5Client
    ping(keep(over(rest)));
  }

  static void owned() throws Exception {
    for (int round = 0; round < 2; round++) {
      try (ElasticsearchClient made = ElasticsearchClient.of(with -> with.host(server()))) {
        ping(keep(made));
      }
      try (ElasticsearchClient given = over(keep(Rest5Client.builder(server()).build()))) {
        ping(keep(given));
      }
      ElasticsearchClient closedBelow = ElasticsearchClient.of(with -> with.host(server()));
      ping(keep(closedBelow));
      closedBelow._transport().close();
      givenApache();
    }
  }

  private static void givenApache() throws Exception {
    CloseableHttpAsyncClient apache = keep(HttpAsyncClients.createDefault());
    try (Rest5Client client = Rest5Client.builder(server()).setHttpClient(apache).build()) {
      get(keep(client), "/small");
    }
  }

  static void closed() throws Exception {
    Rest5Client client = keep(Rest5Client.builder(server()).build());
    for (String path : List.of("/small", "/large", "/empty", "/zipped")) {
      get(client, path);
      later(client, path).get();
    }
    keep(client.performRequest(new Request("GET", "/large"))); // its body is read already
    keep(client.performRequest(new Request("HEAD", "/small")));
    try {
      get(client, "/error");
      throw new AssertionError("was to fail");
    } catch (ResponseException e) {
      keep(e);
    }
    try {
      get(client, "/cut");
      throw new AssertionError("was to break off");
    } catch (IOException e) {
      keep(e);
    }
    client.close();
    client.close();
    URI nobody = URI.create(Loopback.refused().replaceFirst("/$", ""));
    try (Rest5Client refused = Rest5Client.builder(nobody).build()) {
      get(keep(refused), "/small");
      throw new AssertionError("was to be refused");
    } catch (IOException e) {
      keep(e);
    }
  }

  static void late() {
    ElasticsearchClient client = ElasticsearchClient.of(with -> with.host(server()));
    System.out.println("clients that hooks close: 2"); // the Rest5Client and the Apache client in it
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    client.close();
                  } catch (IOException e) {
                    throw new AssertionError(e);
                  }
                }));
  }

  private static ElasticsearchClient over(Rest5Client rest) {
    return new ElasticsearchClient(new Rest5ClientTransport(rest, new JacksonJsonpMapper()));
  }

  /** The server is none of Elasticsearch's, which the client finds out from its answer. */
  private static void ping(ElasticsearchClient client) throws IOException {
    try {
      keep(client.ping());
    } catch (TransportException e) {
      keep(e);
    }
  }

  private static URI server() {
    return URI.create("http://" + Loopback.host());
  }

  private static void get(Rest5Client client, String path) throws Exception {
    Response response = client.performRequest(new Request("GET", path));
    if (response.getEntity() != null) {
      EntityUtils.consume(response.getEntity());
    }
  }

  private static CompletableFuture<Response> later(Rest5Client client, String path) {
    CompletableFuture<Response> answered = new CompletableFuture<>();
    client.performRequestAsync(
        new Request("GET", path),
        new ResponseListener() {
          @Override
          public void onSuccess(Response response) {
            answered.complete(response);
          }

          @Override
          public void onFailure(Exception e) {
            answered.completeExceptionally(e);
          }
        });
    return answered;
  }

  private static <T> T keep(T open) {
    KEPT.add(open);
    return open;
  }
}
