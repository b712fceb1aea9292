import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** The same, with a request factory for each request, which nobody closes. */
public class ForgetsClients extends Application {

  private static final List<Object> KEPT = new CopyOnWriteArrayList<>();

  public ForgetsClients(HttpComponentsClientHttpRequestFactory factory) {
    super(factory);
  }

  // prints: ready after 10 answers
  // signal: TERM
  public static void main(String[] args) throws IOException {
    Application.run(ForgetsClients.class);
  }

  @Override
  String rest() {
    var factory = new HttpComponentsClientHttpRequestFactory(); // expect: open piled-up 5 Apache HttpClient 5 client
    KEPT.add(factory);
    RestClient client = RestClient.builder().requestFactory(factory).build();
    return client.get().uri(Loopback.small()).retrieve().body(String.class);
  }
}
