import acme.Asking;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.client.HttpClient;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URL;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A service of Micronaut, with its server: clients that are declared, injected, asked of the
 * context, made by a factory and made by hand. The context closes its own, and the hand its one.
 */
public class Application {

  // prints: 36 answers
  public static void main(String[] args) throws Exception {
    run(url -> {});
  }

  /**
   * Its life.
   *
   * @param forgetting what an application that is not all right does besides
   */
  static void run(Consumer<URL> forgetting) throws Exception {
    URL others = new URL("http://" + Loopback.host());
    Map<String, Object> settings =
        Map.of("others.url", others.toString(), "micronaut.server.port", -1);
    Asking asking;
    try (EmbeddedServer server = ApplicationContext.run(EmbeddedServer.class, settings)) {
      ApplicationContext context = server.getApplicationContext();
      asking = context.getBean(Asking.class);
      for (int asked = 0; asked < 2; asked++) {
        asking.withDeclared();
        asking.withInjected();
        asking.withStreaming();
        asking.withFactorys();
        asking.service(server.getURL().toString());
      }
      asking.with(context.createBean(HttpClient.class, others));
      try (HttpClient client = HttpClient.create(others)) {
        asking.with(client);
      }
      forgetting.accept(others);
    }
    System.out.println(asking.answers() + " answers");
  }
}
