import java.net.http.HttpClient;
import org.slf4j.MDC;

/** SLF4J's MDC, kept by Logback. */
public class ForgetsInLogback {

  // prints: done
  // traces: 4bf92f3577b34da6a3ce929d0e0e4730 4bf92f3577b34da6a3ce929d0e0e4734
  public static void main(String[] args) {
    Clients.openIn(
        (trace, work) -> {
          MDC.put("traceId", trace);
          work.run();
          MDC.remove("traceId");
        },
        ForgetsInLogback::open);
  }

  private static void open() {
    Clients.keep(HttpClient.newHttpClient()); // expect: open piled-up 5 java.net.http client
  }
}
