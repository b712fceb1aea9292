import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.BasicResponseHandler;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;

/** One client for the whole process, which nobody closes at its end. */
class Singleton {

  static void leak() throws Exception {
    Service.CLIENT.execute(new HttpGet(Loopback.small()), new BasicResponseHandler());
  }

  static class Service {
    static final CloseableHttpClient CLIENT = HttpClients.createDefault(); // expect: open application-scoped 1 Apache HttpClient 4 client
  }

  static void mended() throws Exception {
    Mended.CLIENT.execute(new HttpGet(Loopback.small()), new BasicResponseHandler());
  }

  static class Mended {
    static final CloseableHttpClient CLIENT = HttpClients.createDefault();

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(Mended::close, "close-clients"));
    }

    private static void close() {
      try {
        CLIENT.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
