import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Drops clients of the JDK, which reclaims them: few are no fault, many are. Drops bodies. */
public class Abandoned {

  private static final Garbage GARBAGE = new Garbage();

  public static void main(String[] args) throws Exception {
    for (int made = 0; made < 3; made++) {
      GARBAGE.add(HttpClient.newHttpClient());
    }
    for (int made = 0; made < 6; made++) {
      drop();
    }
    HttpClient client = HttpClient.newHttpClient();
    for (int round = 0; round < 2; round++) {
      dropBody(client);
    }
    GARBAGE.collect();
  }

  private static void drop() throws Exception {
    HttpClient client = HttpClient.newHttpClient(); // expect: abandoned piled-up 6 java.net.http client
    HttpRequest request = HttpRequest.newBuilder(URI.create(Loopback.small())).build();
    client.send(request, BodyHandlers.discarding());
    GARBAGE.add(client);
  }

  /** Small enough to have arrived as a whole. */
  private static void dropBody(HttpClient client) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(Loopback.small())).build();
    GARBAGE.add(client.send(request, BodyHandlers.ofInputStream()).body()); // expect: abandoned 2 java.net.http body stream
  }
}
