import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Drops clients of the JDK, which reclaims them: few are no fault, many are. */
public class Abandoned {

  private static final Garbage GARBAGE = new Garbage();

  public static void main(String[] args) throws Exception {
    for (int made = 0; made < 3; made++) {
      GARBAGE.add(HttpClient.newHttpClient());
    }
    for (int made = 0; made < 6; made++) {
      drop();
    }
    GARBAGE.collect();
  }

  private static void drop() throws Exception {
    HttpClient client = HttpClient.newHttpClient(); // expect: abandoned piled-up 6 java.net.http client
    HttpRequest request = HttpRequest.newBuilder(URI.create(Loopback.small())).build();
    client.send(request, BodyHandlers.discarding());
    GARBAGE.add(client);
  }
}
