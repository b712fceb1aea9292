import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.SolrRequest;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.impl.CloudHttp2SolrClient;
import org.apache.solr.client.solrj.impl.CloudSolrClient;
import org.apache.solr.client.solrj.impl.HttpJdkSolrClient;
import org.apache.solr.client.solrj.impl.LBSolrClient;
import org.apache.solr.client.solrj.request.GenericSolrRequest;
import org.apache.solr.client.solrj.request.QueryRequest;
import org.apache.solr.client.solrj.response.InputStreamResponseParser;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.params.ModifiableSolrParams;

/** SolrJ 10 without Jetty: each client alone, in another one, and with one that it was given. */
class Fixture {

  private static final String NODE = SolrNode.address();
  private static final List<Object> KEPT = new ArrayList<>();

  static void forgotten() throws Exception {
    System.out.println("server " + SolrNode.host());
    quiet();
    for (int made = 0; made < 5; made++) {
      keep(jdk().build()); // expect: open piled-up 5 SolrJ client
    }
    for (int round = 0; round < 2; round++) {
      busy();
      balancing();
      inTheCloud();
      HttpJdkSolrClient streaming = keep(jdk().build()); // expect: open 2 SolrJ client
      keep(streaming.request(forStream(), "large")); // expect: open 2 SolrJ response stream
    }
  }

  private static void busy() throws Exception {
    SolrClient client = keep(jdk().build()); // expect: open 2 SolrJ client
    ask(client);
    ask(client);
    refuse(client, "broken");
  }

  private static void balancing() throws Exception {
    try (HttpJdkSolrClient client = jdk().build()) {
      LBSolrClient failing = balancer(client, Loopback.refused() + "solr").build(); // expect: open 2 SolrJ load balancer
      ask(keep(failing));
      ask(failing);
      ask(keep(balancer(client, NODE).build())); // nothing to close yet
    }
  }

  private static void inTheCloud() throws Exception {
    ask(keep(cloud().withHttpClientBuilder(jdk()).build())); // expect: open 2 SolrJ cloud client
    try (HttpJdkSolrClient client = jdk().build()) {
      ask(keep(cloud().withHttpClient(client).build())); // expect: open 2 SolrJ cloud client
    }
  }

  static void owned() throws Exception {
    for (int round = 0; round < 2; round++) {
      notOwned();
      noneMade();
      try (CloudHttp2SolrClient client = keep(cloud().withHttpClientBuilder(jdk()).build())) {
        ask(client);
      }
      try (HttpJdkSolrClient client = jdk().build();
          SolrClient derived = jdk().withHttpClient(client).build()) {
        ask(keep(derived));
      }
    }
  }

  /** Those that were given a client do not close it. */
  private static void notOwned() throws Exception {
    HttpJdkSolrClient client = keep(jdk().build()); // expect: open 2 SolrJ client
    try (SolrClient cloud = cloud().withHttpClient(client).build();
        SolrClient balancer = balancer(client, NODE).build()) {
      ask(cloud);
      ask(balancer);
    }
    jdk().withHttpClient(client).build().close();
  }

  private static void noneMade() {
    try {
      new CloudSolrClient.Builder(List.of("no address")).withHttpClientBuilder(jdk()).build();
      throw new AssertionError("was to fail");
    } catch (RuntimeException e) {
      keep(e);
    }
  }

  static void closed() throws Exception {
    quiet();
    for (int round = 0; round < 2; round++) {
      answers(keep(jdk().build()));
      try (HttpJdkSolrClient client = jdk().build();
          LBSolrClient balancer = balancer(client, Loopback.refused() + "solr").build()) {
        ask(balancer);
        balancer.close();
      }
      try (HttpJdkSolrClient client = jdk().build();
          SolrClient cloud = cloud().withHttpClient(client).build()) {
        ask(keep(cloud));
        cloud.close();
      }
    }
  }

  private static void answers(SolrClient client) throws Exception {
    ask(client);
    refuse(client, "broken");
    refuse(client, "missing");
    refuse(client, "cut");
    stream(client).close();
    try (InputStream half = stream(client)) {
      half.read();
    }
    keep(stream(client)).readAllBytes();
    client.close();
    try (SolrClient refused = new HttpJdkSolrClient.Builder(Loopback.refused()).build()) {
      refuse(refused, "small");
    }
  }

  static void late() throws Exception {
    HttpJdkSolrClient atOnce = jdk().build();
    CloudHttp2SolrClient late = cloud().withHttpClientBuilder(jdk()).build();
    ask(atOnce);
    ask(late);
    System.out.println("clients that hooks close: " + (Runtime.version().feature() < 21 ? 3 : 5));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(atOnce, 0)));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(late, 500)));
  }

  private static void close(SolrClient client, long millisLate) {
    long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millisLate);
    while (System.nanoTime() < due) {
      LockSupport.parkNanos(due - System.nanoTime());
    }
    try {
      client.close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Or those that know the cluster ask for its nodes all the time. */
  private static void quiet() {
    System.setProperty("solr.solrj.cache.timeout.sec", "3600");
  }

  private static HttpJdkSolrClient.Builder jdk() {
    return new HttpJdkSolrClient.Builder(NODE).useHttp1_1(true);
  }

  private static LBSolrClient.Builder<HttpJdkSolrClient> balancer(
      HttpJdkSolrClient client, String first) {
    return new LBSolrClient.Builder<>(
        client, new LBSolrClient.Endpoint(first), new LBSolrClient.Endpoint(NODE));
  }

  private static CloudSolrClient.Builder cloud() {
    return new CloudSolrClient.Builder(List.of(NODE));
  }

  private static void ask(SolrClient client) throws Exception {
    client.request(state());
  }

  private static void refuse(SolrClient client, String core) throws Exception {
    try {
      client.query(core, new ModifiableSolrParams());
      throw new AssertionError("was to fail");
    } catch (SolrServerException | SolrException | IOException e) {
      keep(e);
    }
  }

  private static InputStream stream(SolrClient client) throws Exception {
    return (InputStream) client.request(forStream(), "large").get("stream");
  }

  private static QueryRequest forStream() {
    QueryRequest request = new QueryRequest();
    request.setResponseParser(new InputStreamResponseParser("javabin"));
    return request;
  }

  /** What a client that knows the cluster sends to any node. */
  private static GenericSolrRequest state() {
    return new GenericSolrRequest(
        SolrRequest.METHOD.GET, "/admin/collections", SolrRequest.SolrRequestType.ADMIN);
  }

  private static <T> T keep(T kept) {
    KEPT.add(kept);
    return kept;
  }
}
