import io.micronaut.http.client.HttpClient;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;

/** The same, with two clients by hand that nobody closes. */
public class ForgetsClient {

  private static final List<Object> KEPT = new ArrayList<>();

  // prints: 36 answers
  public static void main(String[] args) throws Exception {
    Application.run(ForgetsClient::ask);
    System.exit(0); // their threads would keep the JVM
  }

  private static void ask(URL others) {
    for (int asked = 0; asked < 2; asked++) {
      HttpClient forgotten = HttpClient.create(others); // expect: open 2 Micronaut HTTP client
      KEPT.add(forgotten);
      forgotten.toBlocking().retrieve("/small");
    }
  }
}
