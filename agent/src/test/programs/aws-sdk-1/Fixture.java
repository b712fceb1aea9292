import com.amazonaws.AmazonClientException;
import com.amazonaws.AmazonWebServiceResponse;
import com.amazonaws.ClientConfiguration;
import com.amazonaws.DefaultRequest;
import com.amazonaws.auth.AWSCredentials;
import com.amazonaws.auth.BasicAWSCredentials;
import com.amazonaws.http.AmazonHttpClient;
import com.amazonaws.http.ExecutionContext;
import com.amazonaws.http.HttpMethodName;
import com.amazonaws.http.HttpResponse;
import com.amazonaws.http.HttpResponseHandler;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDBAsyncClient;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDBClient;
import com.amazonaws.services.s3.AmazonS3Client;
import com.amazonaws.services.s3.S3ClientOptions;
import com.amazonaws.services.s3.model.S3Object;
import com.amazonaws.services.s3.transfer.TransferManager;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Service clients and objects of the AWS SDK 1, against a store of its own. */
class Fixture {

  private static final AWSCredentials NOBODY = new BasicAWSCredentials("nobody", "secret");
  private static final ClientConfiguration ONCE = new ClientConfiguration().withMaxErrorRetry(0);
  private static final List<Object> KEPT = new ArrayList<>();
  private static final Garbage GARBAGE = new Garbage();

  static {
    System.setProperty("aws.java.v1.disableDeprecationAnnouncement", "true");
  }

  static void forgotten() throws Exception {
    for (int made = 0; made < 5; made++) {
      keep(new AmazonS3Client(NOBODY, ONCE)); // expect: open piled-up 5 AWS SDK 1 client
    }
    for (int round = 0; round < 2; round++) {
      busy();
      services();
      objects();
    }
  }

  private static void busy() {
    AmazonS3Client client = new AmazonS3Client(NOBODY, ONCE); // expect: open 2 AWS SDK 1 client
    keep(client).setEndpoint("http://" + Loopback.host());
    client.setS3ClientOptions(S3ClientOptions.builder().setPathStyleAccess(true).build());
    for (int request = 0; request < 3; request++) {
      client.getObjectMetadata("bucket", "any");
    }
  }

  private static void services() throws Exception {
    var tables = new AmazonDynamoDBClient(NOBODY, ONCE); // expect: open 2 AWS SDK 1 client
    keep(tables).setEndpoint(Store.address().toString());
    tables.listTables();
    var async = new AmazonDynamoDBAsyncClient(NOBODY); // expect: open 2 AWS SDK 1 client
    keep(async).setEndpoint(Store.address().toString());
    async.listTablesAsync().get();
    keep(new TransferManager(NOBODY)); // expect: open 2 AWS SDK 1 client
    AmazonHttpClient http = new AmazonHttpClient(ONCE); // expect: open 2 AWS SDK 1 HTTP client
    raw(keep(http));
  }

  private static void objects() throws IOException {
    AmazonS3Client client = new AmazonS3Client(NOBODY, ONCE); // expect: open 2 AWS SDK 1 client
    toStore(keep(client));
    keep(client.getObject("bucket", "small")); // expect: open 2 AWS SDK 1 response
    S3Object half = client.getObject("bucket", "large"); // expect: open 2 AWS SDK 1 response
    keep(half).getObjectContent().read();
  }

  static void owned() throws IOException {
    for (int round = 0; round < 2; round++) {
      AmazonS3Client left = new AmazonS3Client(NOBODY, ONCE); // expect: open 2 AWS SDK 1 client
      TransferManager transfers = new TransferManager(left);
      transfers.shutdownNow(false);
      keep(left);
      AmazonS3Client client = s3();
      keep(client.getObject("bucket", "large")).getObjectContent().read(); // goes with the pool
      new TransferManager(client).shutdownNow();
      keep(client);
    }
  }

  static void abandoned() throws Exception {
    for (int round = 0; round < 2; round++) {
      drop();
    }
    GARBAGE.collect();
  }

  private static void drop() throws Exception {
    var client = new AmazonS3Client(NOBODY, ONCE); // expect: abandoned 2 AWS SDK 1 client
    toStore(client).getObjectMetadata("bucket", "small");
    GARBAGE.add(client);
    AmazonHttpClient http = new AmazonHttpClient(ONCE); // expect: abandoned 2 AWS SDK 1 HTTP client
    raw(http);
    GARBAGE.add(http);
  }

  static void closed() throws Exception {
    AmazonS3Client client = keep(s3());
    answers(client);
    failures(client);
    client.shutdown();
    client.shutdown();
    AmazonDynamoDBAsyncClient async = new AmazonDynamoDBAsyncClient(NOBODY);
    keep(async).setEndpoint(Store.address().toString());
    async.listTablesAsync().get();
    async.shutdown();
    AmazonHttpClient http = keep(new AmazonHttpClient(ONCE));
    raw(http);
    http.shutdown();
    http.shutdown();
  }

  private static void answers(AmazonS3Client client) throws IOException {
    for (String key : List.of("small", "large", "empty")) {
      keep(client.getObject("bucket", key)).close();
      S3Object twice = keep(client.getObject("bucket", key));
      twice.getObjectContent().close();
      twice.close();
      keep(client.getObject("bucket", key)).getObjectContent().abort();
      keep(client.getObject("bucket", key)).getObjectContent().readAllBytes();
    }
    S3Object half = keep(client.getObject("bucket", "large"));
    half.getObjectContent().read(new byte[10]);
    half.close();
    client.getObjectMetadata("bucket", "small");
  }

  private static void failures(AmazonS3Client client) throws IOException {
    for (String key : List.of("missing", "broken")) {
      try {
        client.getObject("bucket", key);
        throw new AssertionError("was to fail");
      } catch (AmazonClientException e) {
        keep(e);
      }
    }
    try (S3Object cut = keep(client.getObject("bucket", "cut"))) {
      cut.getObjectContent().readAllBytes();
      throw new AssertionError("was to break off");
    } catch (AmazonClientException | IOException e) {
      keep(e);
    }
    AmazonS3Client refused = s3();
    refused.setEndpoint(Loopback.refused());
    try {
      refused.getObject("bucket", "small");
      throw new AssertionError("was to be refused");
    } catch (AmazonClientException e) {
      keep(e);
    }
    refused.shutdown();
  }

  static void late() throws Exception {
    AmazonS3Client service = s3();
    AmazonHttpClient http = new AmazonHttpClient(ONCE);
    System.out.println("clients that hooks close: 3"); // with the HTTP client in one
    Runtime.getRuntime().addShutdownHook(new Thread(service::shutdown));
    Runtime.getRuntime().addShutdownHook(new Thread(http::shutdown));
  }

  private static AmazonS3Client s3() {
    return toStore(new AmazonS3Client(NOBODY, ONCE));
  }

  private static AmazonS3Client toStore(AmazonS3Client client) {
    client.setEndpoint(Store.address().toString());
    client.setS3ClientOptions(S3ClientOptions.builder().setPathStyleAccess(true).build());
    return client;
  }

  /** As requests to services are made that the SDK has no client for. */
  private static void raw(AmazonHttpClient client) {
    DefaultRequest<Void> request = new DefaultRequest<>("store");
    request.setEndpoint(Store.address());
    request.setHttpMethod(HttpMethodName.GET);
    client.execute(request, new Nothing(), null, new ExecutionContext());
  }

  private static <T> T keep(T open) {
    KEPT.add(open);
    return open;
  }

  private static final class Nothing
      implements HttpResponseHandler<AmazonWebServiceResponse<Void>> {

    @Override
    public AmazonWebServiceResponse<Void> handle(HttpResponse response) {
      return new AmazonWebServiceResponse<>();
    }

    @Override
    public boolean needsConnectionLeftOpen() {
      return false;
    }
  }
}
