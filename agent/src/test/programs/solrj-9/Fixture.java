import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClientBuilder;
import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.impl.CloudHttp2SolrClient;
import org.apache.solr.client.solrj.impl.CloudLegacySolrClient;
import org.apache.solr.client.solrj.impl.CloudSolrClient;
import org.apache.solr.client.solrj.impl.ConcurrentUpdateHttp2SolrClient;
import org.apache.solr.client.solrj.impl.ConcurrentUpdateSolrClient;
import org.apache.solr.client.solrj.impl.Http2SolrClient;
import org.apache.solr.client.solrj.impl.HttpClientUtil;
import org.apache.solr.client.solrj.impl.HttpJdkSolrClient;
import org.apache.solr.client.solrj.impl.HttpSolrClient;
import org.apache.solr.client.solrj.impl.InputStreamResponseParser;
import org.apache.solr.client.solrj.impl.LBHttp2SolrClient;
import org.apache.solr.client.solrj.impl.LBHttpSolrClient;
import org.apache.solr.client.solrj.request.QueryRequest;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.common.params.ModifiableSolrParams;

/** SolrJ 9: each client alone, in another one, and with one that it was given. */
class Fixture {

  private static final String NODE = SolrNode.address();
  private static final List<Object> KEPT = new ArrayList<>();

  static void forgotten() throws Exception {
    System.out.println("server " + SolrNode.host());
    System.setProperty("solr.solrj.cache.timeout.sec", "3600"); // or nodes are asked for all the time
    for (int made = 0; made < 5; made++) {
      keep(apache().build()); // expect: open piled-up 5 SolrJ client
    }
    for (int round = 0; round < 2; round++) {
      ask(keep(jetty().build())); // expect: open 2 SolrJ client
      ask(keep(jdk().build())); // expect: open 2 SolrJ client
      busy();
      balancing();
      inTheCloud();
      updating();
      streaming();
    }
  }

  private static void busy() throws Exception {
    SolrClient client = keep(apache().build()); // expect: open 2 SolrJ client
    ask(client);
    ask(client);
    refuse(client, "broken");
  }

  private static void balancing() throws Exception {
    ask(keep(new LBHttpSolrClient.Builder().withBaseSolrUrl(NODE).build())); // expect: open 2 SolrJ load balancer
    try (Http2SolrClient client = jetty().build()) {
      LBHttp2SolrClient failing = new LBHttp2SolrClient(client, Loopback.refused() + "solr", NODE); // expect: open 2 SolrJ load balancer
      ask(keep(failing));
      ask(failing);
      ask(keep(new LBHttp2SolrClient(client, NODE))); // nothing to close yet
    }
  }

  private static void inTheCloud() throws Exception {
    ask(keep(new CloudLegacySolrClient.Builder(List.of(NODE)).build())); // expect: open 2 SolrJ cloud client
    CloudHttp2SolrClient.Builder builder =
        new CloudSolrClient.Builder(List.of(NODE)).withInternalClientBuilder(jetty());
    ask(keep(builder.build())); // expect: open 2 SolrJ cloud client
    try (Http2SolrClient client = jetty().build()) {
      ask(keep(cloud(client).build())); // expect: open 2 SolrJ cloud client
    }
  }

  private static void updating() throws Exception {
    SolrClient apache = keep(new ConcurrentUpdateSolrClient.Builder(NODE).build()); // expect: open 2 SolrJ concurrent update client
    apache.add("small", document());
    ((ConcurrentUpdateSolrClient) apache).blockUntilFinished();
    try (Http2SolrClient client = jetty().build()) {
      keep(new ConcurrentUpdateHttp2SolrClient.Builder(NODE, client).build()); // expect: open 2 SolrJ concurrent update client
    }
  }

  private static void streaming() throws Exception {
    HttpSolrClient apache = keep(apache().build()); // expect: open 2 SolrJ client
    keep(apache.request(forStream(), "large")); // expect: open 2 SolrJ response stream
    Http2SolrClient jetty = keep(jetty().build()); // expect: open 2 SolrJ client
    keep(jetty.request(forStream(), "large")); // expect: open 2 Jetty response stream
    HttpJdkSolrClient jdk = keep(jdk().build()); // expect: open 2 SolrJ client
    keep(jdk.request(forStream(), "large")); // expect: open 2 SolrJ response stream
  }

  static void owned() throws Exception {
    for (int round = 0; round < 2; round++) {
      notOwned();
      noneMade();
      try (SolrClient client = keep(new CloudLegacySolrClient.Builder(List.of(NODE)).build())) {
        ask(client);
      }
      try (Http2SolrClient client = jetty().build();
          SolrClient derived = new Http2SolrClient.Builder(NODE).withHttpClient(client).build()) {
        ask(derived);
        keep(new Http2SolrClient.Builder(NODE).withHttpClient(client).build());
      }
    }
  }

  /** Those that were given a client do not close it. */
  private static void notOwned() throws Exception {
    CloseableHttpClient apache = keep(HttpClientBuilder.create().build()); // expect: open 2 Apache HttpClient 4 client
    try (SolrClient client = apache().withHttpClient(apache).build()) {
      ask(client);
    }
    CloseableHttpClient made = keep(HttpClientUtil.createClient(null)); // expect: open 2 Apache HttpClient 4 client
    try (SolrClient client =
        new LBHttpSolrClient.Builder().withHttpClient(made).withBaseSolrUrl(NODE).build()) {
      ask(client);
    }
    keep(apache().withHttpClient(made).build());
    Http2SolrClient jetty = keep(jetty().build()); // expect: open 2 SolrJ client
    try (SolrClient client =
        new ConcurrentUpdateHttp2SolrClient.Builder(NODE, jetty, false).build()) {
      client.add("small", document());
    }
    try (SolrClient client = cloud(jetty).build()) {
      ask(client);
    }
  }

  /** The builder leaves what it has made for the client that it does not make. */
  private static void noneMade() {
    try {
      new CloudLegacySolrClient.Builder(List.of("no address")).build(); // expect: abandoned 2 Apache HttpClient 4 client
      throw new AssertionError("was to fail");
    } catch (RuntimeException e) {
      keep(e);
    }
  }

  static void abandoned() throws Exception {
    Garbage garbage = new Garbage();
    for (int round = 0; round < 2; round++) {
      garbage.add(apache().build()); // expect: abandoned 2 SolrJ client
    }
    garbage.collect();
  }

  static void closed() throws Exception {
    for (int round = 0; round < 2; round++) {
      answers(keep(apache().build()));
      answers(keep(jetty().build()));
      answers(keep(jdk().build()));
      SolrClient balancer =
          new LBHttpSolrClient.Builder()
              .withBaseSolrUrls(Loopback.refused() + "solr", NODE)
              .build();
      ask(keep(balancer));
      balancer.close();
      balancer.close();
      try (Http2SolrClient client = jetty().build();
          LBHttp2SolrClient over = new LBHttp2SolrClient(client, Loopback.refused(), NODE)) {
        ask(over);
      }
      inEachWay();
      notOwnedButClosed();
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
    client.close();
    try (SolrClient refused = new HttpSolrClient.Builder(Loopback.refused()).build()) {
      refuse(refused, "small");
    }
  }

  private static void inEachWay() throws Exception {
    ConcurrentUpdateSolrClient once = new ConcurrentUpdateSolrClient.Builder(NODE).build();
    once.add("small", document());
    keep(once).close();
    keep(new ConcurrentUpdateSolrClient.Builder(NODE).build()).shutdownNow();
    SolrClient closing =
        new ConcurrentUpdateHttp2SolrClient.Builder(NODE, jetty().build(), true).build();
    keep(closing).close();
  }

  private static void notOwnedButClosed() throws Exception {
    try (CloseableHttpClient apache = HttpClientUtil.createClient(null);
        SolrClient client =
            new CloudLegacySolrClient.Builder(List.of(NODE)).withHttpClient(apache).build()) {
      ask(keep(client));
    }
  }

  static void late() throws Exception {
    HttpSolrClient atOnce = apache().build();
    Http2SolrClient late = jetty().build();
    ask(atOnce);
    ask(late);
    System.out.println("clients that hooks close: 4"); // two of Solr, in them Apache's and Jetty's
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

  private static HttpSolrClient.Builder apache() {
    return new HttpSolrClient.Builder(NODE);
  }

  private static Http2SolrClient.Builder jetty() {
    return new Http2SolrClient.Builder(NODE).useHttp1_1(true);
  }

  private static HttpJdkSolrClient.Builder jdk() {
    return new HttpJdkSolrClient.Builder(NODE).useHttp1_1(true);
  }

  private static CloudHttp2SolrClient.Builder cloud(Http2SolrClient client) {
    return new CloudHttp2SolrClient.Builder(List.of(NODE)).withHttpClient(client);
  }

  private static void ask(SolrClient client) throws Exception {
    client.request(state(), "small");
  }

  private static void refuse(SolrClient client, String core) throws Exception {
    try {
      client.query(core, new ModifiableSolrParams());
      throw new AssertionError("was to fail");
    } catch (SolrServerException | SolrException e) {
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
  private static QueryRequest state() {
    QueryRequest request = new QueryRequest();
    request.setPath("/admin/collections");
    return request;
  }

  private static SolrInputDocument document() {
    SolrInputDocument document = new SolrInputDocument();
    document.addField("id", "1");
    return document;
  }

  private static <T> T keep(T kept) {
    KEPT.add(kept);
    return kept;
  }
}
