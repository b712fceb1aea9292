import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Gives an executor of its own to clients of the JDK: it changes nothing. Leaves them its bodies. */
public class Owner {

  private static final List<Object> KEPT = new ArrayList<>();

  public static void main(String[] args) throws Exception {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    for (int made = 0; made < 5; made++) {
      HttpClient.Builder builder = HttpClient.newBuilder().executor(executor);
      KEPT.add(builder.build()); // expect: open piled-up 5 java.net.http client
    }
    executor.shutdown();
    for (int round = 0; round < 2; round++) {
      bodyOfAClosedClient();
    }
  }

  /** A client's shutdownNow(), from 21 on, ends its bodies; before, they are to be closed. */
  private static void bodyOfAClosedClient() throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest large = HttpRequest.newBuilder(URI.create(Loopback.large())).build();
    HttpResponse<InputStream> response = client.send(large, BodyHandlers.ofInputStream());
    KEPT.add(response);
    if (Runtime.version().feature() < 21) {
      response.body().close();
    } else {
      HttpClient.class.getMethod("shutdownNow").invoke(client);
      HttpClient.class.getMethod("close").invoke(client);
    }
  }
}
