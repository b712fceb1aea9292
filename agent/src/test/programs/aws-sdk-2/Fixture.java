import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryPolicy;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpService;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.SdkEventLoopGroup;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3AsyncClientBuilder;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** Service clients, HTTP clients and responses of the AWS SDK 2, against a store of its own. */
class Fixture {

  private static final List<Object> KEPT = new ArrayList<>();
  private static final Garbage GARBAGE = new Garbage();

  static {
    System.setProperty(
        "software.amazon.awssdk.http.service.impl",
        "software.amazon.awssdk.http.apache.ApacheSdkHttpService");
    System.setProperty(
        "software.amazon.awssdk.http.async.service.impl",
        "software.amazon.awssdk.http.nio.netty.NettySdkAsyncHttpService");
    System.setProperty("aws.java.v1.disableDeprecationAnnouncement", "true");
  }

  static void forgotten() throws Exception {
    S3ClientBuilder each = s3(Store.address());
    for (int made = 0; made < 5; made++) {
      keep(each.build()); // expect: open piled-up 5 AWS SDK 2 client
    }
    for (int round = 0; round < 2; round++) {
      busy();
      services();
      httpClients();
      responses();
    }
  }

  private static void busy() {
    S3ClientBuilder builder = s3(URI.create("http://" + Loopback.host()));
    S3Client client = keep(builder.build()); // expect: open 2 AWS SDK 2 client
    for (int request = 0; request < 3; request++) {
      client.getObjectAsBytes(get("any"));
    }
  }

  private static void services() {
    DynamoDbClient tables =
        to(DynamoDbClient.builder(), Store.address()) //
            .build(); // expect: open 2 AWS SDK 2 client
    keep(tables).listTables();
    DynamoDbAsyncClient async =
        to(DynamoDbAsyncClient.builder(), Store.address())
            .build(); // expect: open 2 AWS SDK 2 client
    keep(async).listTables().join();
    S3ClientBuilder with = s3(Store.address()).httpClientBuilder(newest());
    keep(with.build()).getObjectAsBytes(get("small")); // expect: open 2 AWS SDK 2 client
    with.httpClientBuilder(UrlConnectionHttpClient.builder());
    keep(with.build()).getObjectAsBytes(get("small")); // expect: open 2 AWS SDK 2 client
  }

  private static void httpClients() {
    keep(ApacheHttpClient.create()); // expect: open 2 AWS SDK 2 HTTP client
    keep(newest().build()); // expect: open 2 AWS SDK 2 HTTP client
    keep(NettyNioAsyncHttpClient.create()); // expect: open 2 AWS SDK 2 async HTTP client
    keep(ownLoop().build()); // expect: open 2 AWS SDK 2 async HTTP client
    keep(AwsCrtAsyncHttpClient.create()); // expect: open 2 AWS SDK 2 async HTTP client
    keep(UrlConnectionHttpClient.create()); // has nothing to close
  }

  private static void responses() throws IOException {
    S3ClientBuilder builder = s3(Store.address());
    S3Client client = keep(builder.build()); // expect: open 2 AWS SDK 2 client
    keep(client.getObject(get("small"))); // expect: open 2 AWS SDK 2 response
    ResponseInputStream<GetObjectResponse> half =
        client.getObject(get("large")); // expect: open 2 AWS SDK 2 response
    keep(half).read();
    S3AsyncClientBuilder asyncBuilder = s3Async();
    S3AsyncClient async = keep(asyncBuilder.build()); // expect: open 2 AWS SDK 2 client
    AsyncResponseTransformer<GetObjectResponse, ResponseInputStream<GetObjectResponse>> stream =
        AsyncResponseTransformer.toBlockingInputStream();
    keep(async.getObject(get("large"), stream).join()); // expect: open 2 AWS SDK 2 response
  }

  static void owned() throws Exception {
    for (int round = 0; round < 2; round++) {
      givenAndLeft();
      bothLeft();
      givenToTwo();
      closedWithItsClient();
      asynchronous();
      buildsThatFail();
    }
  }

  private static void givenAndLeft() {
    SdkHttpClient http = ApacheHttpClient.create(); // expect: close-failed 2 AWS SDK 2 HTTP client
    try (S3Client client = s3(Store.address()).httpClient(http).build()) {
      client.getObjectAsBytes(get("small"));
    }
    keep(http);
  }

  private static void bothLeft() {
    SdkHttpClient http = ApacheHttpClient.create(); // expect: open 2 AWS SDK 2 HTTP client
    S3ClientBuilder builder = s3(Store.address()).httpClient(http);
    keep(builder.build()).getObjectAsBytes(get("small")); // expect: open 2 AWS SDK 2 client
  }

  private static void givenToTwo() {
    try (SdkHttpClient http = newest().build();
        S3Client one = s3(Store.address()).httpClient(http).build();
        DynamoDbClient other =
            to(DynamoDbClient.builder(), Store.address()).httpClient(http).build()) {
      one.getObjectAsBytes(get("small"));
      other.listTables();
      keep(http);
    }
  }

  private static void closedWithItsClient() throws IOException {
    try (S3Client client =
        s3(Store.address()).httpClientBuilder(ApacheHttpClient.builder()).build()) {
      keep(client.getObject(get("large"))).read(); // goes with the client's pool
      keep(client);
    }
  }

  private static void asynchronous() {
    SdkAsyncHttpClient http =
        NettyNioAsyncHttpClient.create(); // expect: close-failed 2 AWS SDK 2 async HTTP client
    try (S3AsyncClient client = s3Async().httpClient(http).build()) {
      client.getObject(get("small"), AsyncResponseTransformer.toBytes()).join();
    }
    keep(http);
    try (S3AsyncClient client = s3Async().httpClientBuilder(ownLoop()).build()) {
      client.getObject(get("small"), AsyncResponseTransformer.toBytes()).join();
    }
  }

  /** The SDK makes no HTTP client before it has checked what it was given. */
  private static void buildsThatFail() {
    try (SdkHttpClient http = ApacheHttpClient.create()) {
      s3(Store.address()).httpClient(http).httpClientBuilder(ApacheHttpClient.builder()).build();
      throw new AssertionError("was to fail");
    } catch (IllegalArgumentException e) {
      keep(e);
    }
  }

  static void abandoned() throws Exception {
    for (int round = 0; round < 2; round++) {
      drop();
    }
    GARBAGE.collect();
  }

  private static void drop() {
    S3ClientBuilder builder = s3(Store.address());
    S3Client client = builder.build(); // expect: abandoned 2 AWS SDK 2 client
    client.getObjectAsBytes(get("small"));
    GARBAGE.add(client);
    GARBAGE.add(ApacheHttpClient.create()); // expect: abandoned 2 AWS SDK 2 HTTP client
  }

  static void closed() throws Exception {
    List<SdkHttpClient.Builder<?>> builders =
        List.of(ApacheHttpClient.builder(), newest(), UrlConnectionHttpClient.builder());
    for (SdkHttpClient.Builder<?> builder : builders) {
      try (S3Client client = keep(s3(Store.address()).httpClientBuilder(builder).build())) {
        responses(client);
        failures(client);
      }
      SdkHttpClient alone = keep(builder.build());
      alone.close();
      alone.close();
    }
    try (S3AsyncClient client = keep(s3Async().build())) {
      responses(client);
    }
    // The native code of 2.20 crashes at times where a stream is aborted.
    try (S3AsyncClient client =
        s3Async().httpClientBuilder(AwsCrtAsyncHttpClient.builder()).build()) {
      keep(client).getObject(get("small"), AsyncResponseTransformer.toBytes()).join();
    }
    for (SdkAsyncHttpClient alone :
        List.of(NettyNioAsyncHttpClient.create(), AwsCrtAsyncHttpClient.create())) {
      keep(alone).close();
      alone.close();
    }
    S3Client twice = s3(Store.address()).build();
    twice.close();
    twice.close();
  }

  private static void responses(S3Client client) throws IOException {
    keep(client.getObject(get("small"))).close();
    keep(client.getObject(get("small"))).abort();
    keep(client.getObject(get("large"))).abort();
    keep(client.getObject(get("large"))).readAllBytes();
    keep(client.getObject(get("small"))).release();
    ResponseInputStream<GetObjectResponse> half = keep(client.getObject(get("large")));
    half.read(new byte[10]);
    half.close();
    half.close();
    keep(client.getObject(get("empty"))).close();
    client.getObjectAsBytes(get("large"));
    client.getObject(get("small"), ResponseTransformer.toBytes());
    client.getObject(get("small"), (response, stream) -> stream.read());
    client.headObject(request -> request.bucket("bucket").key("small"));
  }

  private static void failures(S3Client client) {
    for (String key : List.of("missing", "broken")) {
      try {
        client.getObject(get(key));
        throw new AssertionError("was to fail");
      } catch (SdkException e) {
        keep(e);
      }
    }
    try (ResponseInputStream<GetObjectResponse> cut = keep(client.getObject(get("cut")))) {
      cut.readAllBytes(); // breaks off; not every HTTP client minds
    } catch (IOException e) {
      keep(e);
    }
    try {
      client.getObject(
          get("large"),
          (response, stream) -> {
            throw new IllegalStateException("a transformer that fails");
          });
      throw new AssertionError("was to fail");
    } catch (SdkException | IllegalStateException e) {
      keep(e);
    }
    try (S3Client refused = s3(URI.create(Loopback.refused())).build()) {
      refused.getObject(get("small"));
      throw new AssertionError("was to be refused");
    } catch (SdkException e) {
      keep(e);
    }
  }

  private static void responses(S3AsyncClient client) throws IOException {
    client.getObject(get("small"), AsyncResponseTransformer.toBytes()).join();
    try (ResponseInputStream<?> small = stream(client, "small")) {
      keep(small.read()); // for 2.20.0 cannot close what has not begun to come
    }
    stream(client, "large").abort();
    stream(client, "large").readAllBytes();
    try {
      stream(client, "missing");
      throw new AssertionError("was to fail");
    } catch (CompletionException e) {
      keep(e);
    }
  }

  private static ResponseInputStream<GetObjectResponse> stream(S3AsyncClient client, String key) {
    return keep(
        client.getObject(get(key), AsyncResponseTransformer.toBlockingInputStream()).join());
  }

  static void late() {
    S3Client atOnce = s3(Store.address()).build();
    S3AsyncClient late = s3Async().build();
    System.out.println("clients that hooks close: 4"); // each with the HTTP client in it
    Runtime.getRuntime().addShutdownHook(new Thread(atOnce::close));
    Runtime.getRuntime().addShutdownHook(new Thread(late::close));
  }

  private static NettyNioAsyncHttpClient.Builder ownLoop() {
    return NettyNioAsyncHttpClient.builder()
        .eventLoopGroupBuilder(SdkEventLoopGroup.builder().numberOfThreads(1));
  }

  /** Apache HttpClient 5 where this version has it, else 4. */
  private static SdkHttpClient.Builder<?> newest() {
    try {
      return ((SdkHttpService)
              Class.forName("software.amazon.awssdk.http.apache5.Apache5SdkHttpService")
                  .getConstructor()
                  .newInstance())
          .createHttpClientBuilder();
    } catch (ReflectiveOperationException e) {
      return ApacheHttpClient.builder();
    }
  }

  private static S3ClientBuilder s3(URI address) {
    return to(S3Client.builder(), address).forcePathStyle(true);
  }

  private static S3AsyncClientBuilder s3Async() {
    return to(S3AsyncClient.builder(), Store.address()).forcePathStyle(true);
  }

  private static <B extends AwsClientBuilder<B, C>, C> B to(B builder, URI address) {
    return builder
        .endpointOverride(address)
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(AnonymousCredentialsProvider.create())
        .overrideConfiguration(
            all ->
                all.retryPolicy(RetryPolicy.none()).apiCallTimeout(Duration.ofSeconds(20)));
  }

  private static GetObjectRequest get(String key) {
    return GetObjectRequest.builder().bucket("bucket").key(key).build();
  }

  private static <T> T keep(T open) {
    KEPT.add(open);
    return open;
  }
}
