import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** Closes clients of the JDK in all the ways there are; before 21 there is none. */
public class Closed {

  private static final List<Object> KEPT = new ArrayList<>();

  public static void main(String[] args) throws Exception {
    HttpClient one = keep(HttpClient.newHttpClient());
    get(one, Loopback.small());
    failing(one);
    for (int round = 0; round < 2; round++) {
      ClosedBodies.all(one);
      ClosedSockets.all(one);
    }
    if (Runtime.version().feature() >= 21) {
      for (int made = 0; made < 3; made++) {
        closed();
      }
    }
  }

  private static void closed() throws Exception {
    try (AutoCloseable closing = (AutoCloseable) (Object) keep(HttpClient.newHttpClient())) {
      get((HttpClient) (Object) closing, Loopback.small());
    }
    for (String method : List.of("close", "shutdown", "shutdownNow")) {
      HttpClient unused = keep(HttpClient.newBuilder().build());
      HttpClient.class.getMethod(method).invoke(unused);
      HttpClient used = keep(HttpClient.newBuilder().build());
      get(used, Loopback.small());
      get(used, Loopback.error());
      HttpClient.class.getMethod(method).invoke(used);
      HttpClient.class.getMethod(method).invoke(used);
    }
  }

  private static void failing(HttpClient client) throws Exception {
    try {
      get(client, Loopback.refused());
      throw new AssertionError("was to be refused");
    } catch (IOException e) {
      keep(e);
    }
  }

  private static void get(HttpClient client, String url) throws Exception {
    client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
  }

  private static <T> T keep(T closed) {
    KEPT.add(closed);
    return closed;
  }
}
