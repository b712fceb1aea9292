import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/** Forgets clients, and the response of another. */
public class OpenForgotten {

  private static final List<Object> KEPT = new ArrayList<>();

  public static void main(String[] args) throws Exception {
    for (int made = 0; made < 2; made++) {
      CloseableHttpClient client = HttpClients.createDefault(); // expect: open 2 Apache HttpClient 5 client
      CloseableHttpResponse response = client.execute(new HttpGet(Loopback.large())); // expect: open 2 Apache HttpClient 5 response
      KEPT.add(List.of(client, response));
    }
  }
}
