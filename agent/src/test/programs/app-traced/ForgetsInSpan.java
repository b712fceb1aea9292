import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.net.http.HttpClient;

/** OpenTelemetry's current span. */
public class ForgetsInSpan {

  private static String next = "";

  // prints: done
  // traces: 4bf92f3577b34da6a3ce929d0e0e4730 4bf92f3577b34da6a3ce929d0e0e4734
  public static void main(String[] args) {
    Tracer tracer =
        SdkTracerProvider.builder().setIdGenerator(new Numbered()).build().get("traced");
    Clients.openIn(
        (trace, work) -> {
          next = trace;
          Span span = tracer.spanBuilder("open").startSpan();
          try (Scope scope = span.makeCurrent()) {
            work.run();
          } finally {
            span.end();
          }
        },
        ForgetsInSpan::open);
  }

  private static void open() {
    Clients.keep(HttpClient.newHttpClient()); // expect: open piled-up 5 java.net.http client
  }

  /** Ids that a test can know. */
  private static final class Numbered implements IdGenerator {

    @Override
    public String generateTraceId() {
      return next;
    }

    @Override
    public String generateSpanId() {
      return "00f067aa0ba902b7";
    }
  }
}
