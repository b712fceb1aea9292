import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.core5.http.HttpHost;
import org.opensearch.client.json.jackson.JacksonJsonpMapper;
import org.opensearch.client.opensearch.OpenSearchAsyncClient;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;

/** OpenSearch's Java client over its transport that has an Apache client of its own. */
class Fixture {

  private static final List<Object> KEPT = new ArrayList<>();

  static void forgotten() throws Exception {
    for (int made = 0; made < 5; made++) {
      keep(builder().build()); // expect: open piled-up 5 OpenSearch Java transport
    }
    for (int round = 0; round < 2; round++) {
      busy();
      asynchronous();
    }
  }

  private static void busy() throws IOException {
    OpenSearchTransport transport = builder().build(); // expect: open 2 OpenSearch Java transport
    OpenSearchClient client = keep(new OpenSearchClient(transport));
    for (int request = 0; request < 3; request++) {
      client.ping();
    }
  }

  private static void asynchronous() throws Exception {
    OpenSearchTransport transport = builder().build(); // expect: open 2 OpenSearch Java transport
    keep(new OpenSearchAsyncClient(transport)).ping().get();
  }

  static void owned() throws Exception {
    for (int round = 0; round < 2; round++) {
      OpenSearchClient client = keep(new OpenSearchClient(builder().build()));
      client.ping();
      client._transport().close();
      buildThatFails();
    }
  }

  private static void buildThatFails() {
    try {
      builder()
          .setHttpClientConfigCallback(
              client -> {
                throw new IllegalStateException("a callback that fails");
              })
          .build();
      throw new AssertionError("was to fail");
    } catch (IllegalStateException e) {
      keep(e);
    }
  }

  static void closed() throws Exception {
    OpenSearchTransport transport = keep(builder().build());
    OpenSearchClient client = new OpenSearchClient(transport);
    client.ping();
    client.withTransportOptions(transport.options()).ping(); // a copy, over the same transport
    try {
      keep(client.info());
      throw new AssertionError("was to fail"); // the answer is no JSON
    } catch (IOException | RuntimeException e) {
      keep(e);
    }
    transport.close();
    transport.close();
    HttpHost nobody = HttpHost.create(URI.create(Loopback.refused().replaceFirst("/$", "")));
    try (OpenSearchTransport refused = to(nobody).build()) {
      new OpenSearchClient(keep(refused)).ping();
      throw new AssertionError("was to be refused");
    } catch (IOException e) {
      keep(e);
    }
  }

  static void late() {
    OpenSearchTransport transport = builder().build();
    System.out.println("clients that hooks close: 2"); // with the Apache client in it
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    transport.close();
                  } catch (IOException e) {
                    throw new AssertionError(e);
                  }
                }));
  }

  private static ApacheHttpClient5TransportBuilder builder() {
    return to(HttpHost.create(URI.create("http://" + Loopback.host())));
  }

  private static ApacheHttpClient5TransportBuilder to(HttpHost host) {
    return ApacheHttpClient5TransportBuilder.builder(host).setMapper(new JacksonJsonpMapper());
  }

  private static <T> T keep(T open) {
    KEPT.add(open);
    return open;
  }
}
