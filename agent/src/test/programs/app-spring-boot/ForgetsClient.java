import java.util.ArrayList;
import java.util.List;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** The same, with a request factory that is no bean, so that nobody closes its client. */
public class ForgetsClient {

  private static final List<Object> KEPT = new ArrayList<>();

  // prints: 89 answers
  public static void main(String[] args) {
    Application.run(
        context -> {
          var forgotten = new HttpComponentsClientHttpRequestFactory(); // expect: open 1 Apache HttpClient 5 client
          KEPT.add(forgotten);
          RestClient client = RestClient.builder().requestFactory(forgotten).build();
          client.get().uri(Loopback.small()).retrieve().toBodilessEntity();
        });
  }
}
