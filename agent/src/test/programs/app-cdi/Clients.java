import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.io.IOException;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/** Says who closes the client, beside where it is made. */
@ApplicationScoped
public class Clients {

  @Produces
  @ApplicationScoped
  CloseableHttpClient httpClient() {
    return HttpClients.createDefault();
  }

  void close(@Disposes CloseableHttpClient client) throws IOException {
    client.close();
  }
}
