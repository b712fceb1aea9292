import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;

/** Clients whose close throws: once and again, or once only. */
class Threw {

  /** Closes something of the application's first. */
  static final class Builder extends HttpClientBuilder {
    Builder closing(Runnable what) {
      addCloseable(what::run);
      return this;
    }
  }

  public static void main(String[] arguments) throws Exception {
    CloseableHttpClient forGood =
        new Builder().closing(Threw::refuse).build(); // expect: close-failed 1 Apache HttpClient 5 client
    close(forGood);

    CloseableHttpClient once = new Builder().closing(Threw::refuse).build();
    close(once);
    once.close();
  }

  private static void refuse() {
    throw new IllegalStateException("the disk is full");
  }

  private static void close(CloseableHttpClient client) throws Exception {
    try {
      client.close();
      throw new AssertionError("it closes");
    } catch (IllegalStateException e) {
      // as it has to be
    }
  }
}
