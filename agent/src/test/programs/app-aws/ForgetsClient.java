import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** The same, with two clients that nobody closes. */
public class ForgetsClient {

  private static final List<Object> KEPT = new ArrayList<>();

  // prints: 30 answers
  public static void main(String[] args) throws Exception {
    Application.run(ForgetsClient::ask);
  }

  private static void ask(S3ClientBuilder builder) {
    for (int asked = 0; asked < 2; asked++) {
      S3Client forgotten = builder.build(); // expect: open 2 AWS SDK 2 client
      KEPT.add(forgotten);
      forgotten.getObjectAsBytes(Asking.get("small"));
    }
  }
}
