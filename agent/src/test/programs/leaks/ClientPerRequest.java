import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.BasicHttpClientResponseHandler;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/** Makes a client for each handle; it lives in the closure, where nobody can close it. */
class ClientPerRequest {

  interface Handle {
    String ask(String question) throws IOException;
  }

  private static final List<Handle> HANDLES = new ArrayList<>();

  static void leak() throws IOException {
    for (int request = 0; request < 40; request++) {
      Handle handle = newHandle();
      handle.ask("what");
      HANDLES.add(handle);
    }
  }

  static Handle newHandle() {
    var client = HttpClients.createDefault(); // expect: open piled-up 40 Apache HttpClient 5 client
    return question -> client.execute(get(question), new BasicHttpClientResponseHandler());
  }

  static void mended() throws IOException {
    try (Handles handles = new Handles()) {
      for (int request = 0; request < 40; request++) {
        handles.newHandle().ask("what");
      }
    }
  }

  static class Handles implements AutoCloseable {
    private final CloseableHttpClient client = HttpClients.createDefault();

    Handle newHandle() {
      return question -> client.execute(get(question), new BasicHttpClientResponseHandler());
    }

    @Override
    public void close() throws IOException {
      client.close();
    }
  }

  static HttpGet get(String question) {
    return new HttpGet(Loopback.small() + "?q=" + question);
  }
}
