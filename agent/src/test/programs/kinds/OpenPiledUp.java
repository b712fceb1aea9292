import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** Keeps a client for each call. */
public class OpenPiledUp {

  private static final List<HttpClient> KEPT = new ArrayList<>();

  public static void main(String[] args) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(Loopback.small())).build();
    for (int call = 0; call < 6; call++) {
      HttpClient client = HttpClient.newHttpClient(); // expect: open piled-up 6 java.net.http client
      KEPT.add(client);
      client.send(request, BodyHandlers.discarding());
    }
  }
}
