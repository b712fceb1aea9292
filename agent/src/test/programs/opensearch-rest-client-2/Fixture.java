import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.http.HttpHost;
import org.apache.http.impl.nio.client.HttpAsyncClientBuilder;
import org.apache.http.util.EntityUtils;
import org.opensearch.client.Request;
import org.opensearch.client.Response;
import org.opensearch.client.ResponseException;
import org.opensearch.client.ResponseListener;
import org.opensearch.client.RestClient;
import org.opensearch.client.RestClientBuilder;

/** OpenSearch's RestClient: alone, and with what its callbacks make. */
class Fixture {

  private static final List<Object> KEPT = new ArrayList<>();

  static void forgotten() throws Exception {
    for (int made = 0; made < 5; made++) {
      keep(builder().build()); // expect: open piled-up 5 OpenSearch RestClient
    }
    for (int round = 0; round < 2; round++) {
      busy();
      configured();
    }
  }

  private static void busy() throws IOException {
    RestClient client = builder().build(); // expect: open 2 OpenSearch RestClient
    for (int request = 0; request < 3; request++) {
      get(keep(client), "/small");
    }
  }

  private static void configured() throws Exception {
    RestClientBuilder builder =
        builder().setHttpClientConfigCallback(http -> http.setUserAgent("us"));
    RestClient client = builder.build(); // expect: open 2 OpenSearch RestClient
    later(keep(client), "/small").get();
  }

  static void owned() throws Exception {
    for (int round = 0; round < 2; round++) {
      try (RestClient client = RestClient.builder(host()).setPathPrefix("/").build()) {
        get(keep(client), "/small");
      }
      noClientMade();
    }
  }

  private static void noClientMade() {
    try {
      RestClient.builder(host())
          .setHttpClientConfigCallback(Fixture::fail)
          .build();
      throw new AssertionError("was to fail");
    } catch (IllegalStateException e) {
      keep(e);
    }
  }

  private static HttpAsyncClientBuilder fail(HttpAsyncClientBuilder builder) {
    throw new IllegalStateException("a callback that fails");
  }

  static void closed() throws Exception {
    RestClient client = keep(builder().build());
    for (String path : List.of("/small", "/large", "/empty", "/zipped", "/moved")) {
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
    String nobody = Loopback.refused().replaceFirst("/$", "");
    try (RestClient refused = RestClient.builder(HttpHost.create(nobody)).build()) {
      get(keep(refused), "/small");
      throw new AssertionError("was to be refused");
    } catch (IOException e) {
      keep(e);
    }
  }

  static void late() {
    RestClient client = builder().build();
    System.out.println("clients that hooks close: 2"); // with the Apache client in it
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(client)));
  }

  private static void close(RestClient client) {
    try {
      client.close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static RestClientBuilder builder() {
    return RestClient.builder(host());
  }

  private static HttpHost host() {
    return HttpHost.create("http://" + Loopback.host());
  }

  private static void get(RestClient client, String path) throws IOException {
    Response response = client.performRequest(new Request("GET", path));
    if (response.getEntity() != null) {
      EntityUtils.consume(response.getEntity());
    }
  }

  private static CompletableFuture<Response> later(RestClient client, String path) {
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
