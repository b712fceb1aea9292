import java.net.http.HttpClient;
import org.apache.logging.log4j.ThreadContext;

/** Log4j's thread context. */
public class ForgetsInLog4j {

  // prints: done
  // traces: 4bf92f3577b34da6a3ce929d0e0e4730 4bf92f3577b34da6a3ce929d0e0e4734
  public static void main(String[] args) {
    Clients.openIn(
        (trace, work) -> {
          ThreadContext.put("trace_id", trace);
          work.run();
          ThreadContext.remove("trace_id");
        },
        ForgetsInLog4j::open);
  }

  private static void open() {
    Clients.keep(HttpClient.newHttpClient()); // expect: open piled-up 5 java.net.http client
  }
}
