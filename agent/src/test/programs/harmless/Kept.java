import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;

/** Clients that nobody closes, if the first argument asks for them. */
final class Kept {

  private static final List<HttpClient> CLIENTS = new ArrayList<>();

  static void open(String[] args) {
    for (int made = 0; args.length > 0 && args[0].equals("client") && made < 5; made++) {
      CLIENTS.add(HttpClient.newHttpClient());
    }
  }

  private Kept() {}
}
