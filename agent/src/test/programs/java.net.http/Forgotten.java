import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** Leaves clients of the JDK open. */
public class Forgotten {

  private static final List<Object> KEPT = new ArrayList<>();

  public static void main(String[] args) throws Exception {
    keep(HttpClient.newHttpClient());
    for (int made = 0; made < 4; made++) {
      keep(HttpClient.newHttpClient());
    }
    for (int made = 0; made < 5; made++) {
      keep(HttpClient.newHttpClient()); // expect: open piled-up 5 java.net.http client
    }
    for (int made = 0; made < 5; made++) {
      busy();
    }
  }

  private static void busy() throws Exception {
    HttpClient client =
        HttpClient.newBuilder() //
            .version(HttpClient.Version.HTTP_1_1)
            .build(); // expect: open piled-up 5 java.net.http client
    keep(client);
    HttpRequest request = HttpRequest.newBuilder(URI.create(Loopback.small())).build();
    client.send(request, BodyHandlers.discarding());
    client.send(request, BodyHandlers.ofString());
    client.sendAsync(request, BodyHandlers.ofString()).join();
  }

  private static void keep(Object open) {
    KEPT.add(open);
  }
}
