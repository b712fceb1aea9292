import io.vertx.core.Vertx;
import io.vertx.ext.web.client.WebClient;
import java.util.ArrayList;
import java.util.List;

/** The same, with a Vert.x for each of two clients: the clients are closed, their Vert.x is not. */
public class ForgetsVertx {

  private static final List<Object> KEPT = new ArrayList<>();

  // prints: 32 answers
  public static void main(String[] args) {
    Application.run(vertx -> ask());
    System.exit(0); // its threads would keep the JVM
  }

  private static void ask() {
    for (int asked = 0; asked < 2; asked++) {
      Vertx forgotten = Vertx.vertx(); // expect: open 2 Vert.x instance
      KEPT.add(forgotten);
      WebClient client = WebClient.create(forgotten);
      new Asking().with(client);
      client.close();
    }
  }
}
