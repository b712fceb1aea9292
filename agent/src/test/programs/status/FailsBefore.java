import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;

/** Keeps clients open, and is not to be initialized: the launcher ends with 1. */
public class FailsBefore {

  private static final List<HttpClient> CLIENTS = new ArrayList<>();

  static {
    for (int made = 0; made < 5; made++) {
      CLIENTS.add(HttpClient.newHttpClient());
    }
    if (!CLIENTS.isEmpty()) {
      throw new IllegalStateException("thrown");
    }
  }

  public static void main(String[] args) {}
}
