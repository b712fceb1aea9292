import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;

/** Clients that nobody closes. */
final class Clients {

  private static final List<HttpClient> KEPT = new ArrayList<>();

  /** Says to the application's tracing in which trace this thread works. */
  interface Tracing {
    void in(String trace, Runnable work);
  }

  /** Opens one in each of five traces. */
  static void openIn(Tracing tracing, Runnable open) {
    for (int trace = 0; trace < 5; trace++) {
      tracing.in("4bf92f3577b34da6a3ce929d0e0e473" + trace, open);
    }
    System.out.println("done");
  }

  static void keep(HttpClient client) {
    KEPT.add(client);
  }

  private Clients() {}
}
