import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.SdkEventLoopGroup;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3AsyncClientBuilder;
import software.amazon.awssdk.services.s3.S3BaseClientBuilder;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Keeps objects in S3, through clients that it closes, over HTTP clients of its own or not. */
public class Application {

  // prints: 30 answers
  public static void main(String[] args) throws Exception {
    run(builder -> {});
  }

  /**
   * Its life.
   *
   * @param forgetting what an application that is not all right does besides
   */
  static void run(Consumer<S3ClientBuilder> forgetting) throws Exception {
    Asking asking = new Asking();
    try (Bucket bucket = new Bucket()) {
      synchronous(bucket, asking);
      asynchronous(bucket, asking);
      forgetting.accept(in(bucket, S3Client.builder()));
    }
    System.out.println(asking.answers() + " answers");
  }

  private static void synchronous(Bucket bucket, Asking asking) {
    try (S3Client client = in(bucket, S3Client.builder()).build()) {
      asking.with(client);
    }
    Apache5HttpClient.Builder own = Apache5HttpClient.builder().maxConnections(2);
    try (S3Client client = in(bucket, S3Client.builder()).httpClientBuilder(own).build()) {
      asking.with(client);
    }
    try (SdkHttpClient shared = own.build();
        S3Client one = in(bucket, S3Client.builder()).httpClient(shared).build();
        S3Client other = in(bucket, S3Client.builder()).httpClient(shared).build()) {
      asking.with(one);
      asking.with(other);
    }
  }

  private static void asynchronous(Bucket bucket, Asking asking) {
    try (S3AsyncClient client = in(bucket, S3AsyncClient.builder()).build()) {
      asking.with(client);
    }
    S3AsyncClientBuilder own = in(bucket, S3AsyncClient.builder());
    own.httpClientBuilder(
        NettyNioAsyncHttpClient.builder()
            .eventLoopGroupBuilder(SdkEventLoopGroup.builder().numberOfThreads(1)));
    try (S3AsyncClient client = own.multipartEnabled(true).build()) {
      asking.with(client);
    }
  }

  private static <B extends S3BaseClientBuilder<B, ?>> B in(Bucket bucket, B builder) {
    return builder
        .endpointOverride(bucket.address())
        .forcePathStyle(true)
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("nobody", "nothing")));
  }
}
