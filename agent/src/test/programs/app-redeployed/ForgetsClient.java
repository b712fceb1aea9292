import java.io.IOException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/** The same, with a second client for each deployment that nobody closes. */
public class ForgetsClient extends WebApplication {

  // prints: 80 answers, 10 deployments collected
  public static void main(String[] args) throws Exception {
    Application.redeploy("ForgetsClient");
  }

  @Override
  void forget(CloseableHttpClient client, String server) throws IOException {
    CloseableHttpClient forgotten =
        HttpClients.createDefault(); // expect: abandoned piled-up 10 Apache HttpClient 5 client
    forgotten.execute(new HttpGet(server + "/empty"), response -> response.getCode());
  }
}
