import java.io.IOException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.BasicHttpClientResponseHandler;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/** The first user of a shared client closes it; all others fail. */
class UsedAfterClose {

  private static CloseableHttpClient shared;
  private static int failures;

  static void leak() throws IOException {
    shared = connect();
    for (int call = 0; call < 4; call++) {
      try {
        fetch();
      } catch (IllegalStateException | IOException e) {
        failures++;
      }
    }
  }

  static CloseableHttpClient connect() {
    return HttpClients.createDefault(); // expect: used-after-close 1 Apache HttpClient 5 client
  }

  static String fetch() throws IOException {
    try (CloseableHttpClient client = shared) {
      return client.execute(get(), new BasicHttpClientResponseHandler());
    }
  }

  static void mended() throws IOException {
    try (CloseableHttpClient owned = HttpClients.createDefault()) {
      for (int call = 0; call < 4; call++) {
        owned.execute(get(), new BasicHttpClientResponseHandler());
      }
    }
  }

  static HttpGet get() {
    return new HttpGet(Loopback.small());
  }
}
