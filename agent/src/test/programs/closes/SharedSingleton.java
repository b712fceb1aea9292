import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/** A client for all that its first user closes. */
class SharedSingleton {

  static final CloseableHttpClient CLIENT = HttpClients.createDefault(); // expect: used-after-close 1 Apache HttpClient 5 client

  public static void main(String[] arguments) throws Exception {
    try (CloseableHttpClient client = CLIENT) {
      client.execute(new HttpGet(Loopback.small()), response -> null);
    }
    for (int worker = 1; worker <= 2; worker++) {
      Thread thread = new Thread(SharedSingleton::ask, "worker-" + worker);
      thread.start();
      thread.join();
    }
  }

  static void ask() {
    for (int request = 0; request < 10; request++) {
      try {
        CLIENT.execute(new HttpGet(Loopback.small()), response -> null);
        throw new AssertionError("a closed client answers");
      } catch (Exception e) {
        // as it has to be
      }
    }
  }
}
