import java.io.IOException;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.slf4j.MDC;

/** Closes what it opens in traces. */
public class ApplicationTraced {

  // prints: done
  public static void main(String[] args) {
    Clients.openIn(
        (trace, work) -> {
          MDC.put("traceId", trace);
          work.run();
          MDC.remove("traceId");
        },
        ApplicationTraced::openAndClose);
  }

  private static void openAndClose() {
    try (CloseableHttpClient client = HttpClients.createDefault()) {
      System.out.println(client.getClass());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
