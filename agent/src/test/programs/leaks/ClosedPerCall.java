import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.BasicResponseHandler;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;

/** Closes every client well, and makes one for each call. */
class ClosedPerCall {

  static void leak() throws Exception {
    for (int call = 0; call < 120; call++) {
      rate("EUR");
    }
  }

  static String rate(String currency) throws Exception {
    try (var client = HttpClients.createDefault()) { // expect: churn 120 Apache HttpClient 4 client
      return client.execute(new HttpGet(url(currency)), new BasicResponseHandler());
    }
  }

  static void mended() throws Exception {
    try (var client = HttpClients.createDefault()) {
      Rates rates = new Rates(client);
      for (int call = 0; call < 120; call++) {
        rates.rate("EUR");
      }
    }
  }

  static class Rates {
    private final CloseableHttpClient client;

    Rates(CloseableHttpClient client) {
      this.client = client;
    }

    String rate(String currency) throws Exception {
      return client.execute(new HttpGet(url(currency)), new BasicResponseHandler());
    }
  }

  static String url(String currency) {
    return Loopback.small() + "?of=" + currency;
  }
}
