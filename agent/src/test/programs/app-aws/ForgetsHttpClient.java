import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** The same, with two HTTP clients that are given to service clients, which do not close them. */
public class ForgetsHttpClient {

  private static final List<Object> KEPT = new ArrayList<>();

  // prints: 30 answers
  public static void main(String[] args) throws Exception {
    Application.run(ForgetsHttpClient::ask);
  }

  private static void ask(S3ClientBuilder builder) {
    for (int asked = 0; asked < 2; asked++) {
      SdkHttpClient given = Apache5HttpClient.create(); // expect: close-failed 2 AWS SDK 2 HTTP client
      KEPT.add(given);
      try (S3Client client = builder.httpClient(given).build()) {
        client.getObjectAsBytes(Asking.get("small"));
      }
    }
  }
}
