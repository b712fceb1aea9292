import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.waiters.S3Waiter;

/** Requests of each sort, and whether their answers are right. */
final class Asking {

  private static final String BODY = "a small object";

  private int answers;

  /** The number of right answers. */
  int answers() {
    return answers;
  }

  void with(S3Client client) {
    check(client.getObjectAsBytes(get("small")).asUtf8String(), BODY);
    byte[] large = client.getObject(get("large"), ResponseTransformer.toBytes()).asByteArray();
    check(large.length, Bucket.SIZE);
    client.putObject(r -> r.bucket(Bucket.NAME).key("new"), RequestBody.fromString(BODY));
    client.deleteObject(r -> r.bucket(Bucket.NAME).key("new"));
    var pages = client.listObjectsV2Paginator(r -> r.bucket(Bucket.NAME));
    check(pages.contents().stream().count(), 2L);
    try (S3Waiter waiter = client.waiter()) {
      var there = waiter.waitUntilObjectExists(r -> r.bucket(Bucket.NAME).key("small"));
      check(there.attemptsExecuted(), 1);
    }
    try {
      client.getObject(get("missing"));
      throw new AssertionError("was to fail");
    } catch (NoSuchKeyException e) {
      check(e.statusCode(), 404);
    }
    streams(client);
  }

  private void streams(S3Client client) {
    try (ResponseInputStream<GetObjectResponse> all = client.getObject(get("large"))) {
      check(all.readAllBytes().length, Bucket.SIZE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ResponseInputStream<GetObjectResponse> unwanted = client.getObject(get("large"));
    unwanted.abort();
  }

  void with(S3AsyncClient client) {
    var small = client.getObject(get("small"), AsyncResponseTransformer.toBytes()).join();
    check(small.asUtf8String(), BODY);
    AsyncRequestBody body = AsyncRequestBody.fromString(BODY);
    client.putObject(r -> r.bucket(Bucket.NAME).key("new"), body).join();
    try {
      client.getObject(get("missing"), AsyncResponseTransformer.toBytes()).join();
      throw new AssertionError("was to fail");
    } catch (CompletionException e) {
      check(e.getCause() instanceof NoSuchKeyException, true);
    }
    try (ResponseInputStream<GetObjectResponse> all =
        client.getObject(get("large"), AsyncResponseTransformer.toBlockingInputStream()).join()) {
      check(all.readAllBytes().length, Bucket.SIZE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static GetObjectRequest get(String key) {
    return GetObjectRequest.builder().bucket(Bucket.NAME).key(key).build();
  }

  private void check(Object answer, Object expected) {
    if (!expected.equals(answer)) {
      throw new AssertionError(answer + " instead of " + expected);
    }
    answers++;
  }
}
