import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.io.IOException;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/** A producer without a disposer, of a client for each who asks: nobody closes them. */
public class ForgetsClients {

  // prints: 2 answers
  public static void main(String[] args) throws IOException {
    Application.run(Undisposed.class);
  }

  @ApplicationScoped
  public static class Undisposed {

    @Produces
    CloseableHttpClient httpClient() {
      return HttpClients.createDefault(); // expect: open 2 Apache HttpClient 5 client
    }
  }
}
