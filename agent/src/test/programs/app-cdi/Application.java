import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.io.IOException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.BasicHttpClientResponseHandler;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;

/** A container of CDI that makes a client and closes it, as those of Quarkus and Jakarta EE do. */
public class Application {

  // prints: 2 answers
  public static void main(String[] args) throws IOException {
    run(Clients.class);
  }

  static void run(Class<?> producer) throws IOException {
    int answers = 0;
    SeContainerInitializer beans =
        SeContainerInitializer.newInstance().disableDiscovery().addBeanClasses(producer);
    try (SeContainer container = beans.initialize()) {
      for (int asked = 0; asked < 2; asked++) {
        CloseableHttpClient client = container.select(CloseableHttpClient.class).get();
        client.execute(new HttpGet(Loopback.small()), new BasicHttpClientResponseHandler());
        answers++;
      }
    }
    System.out.println(answers + " answers");
  }
}
