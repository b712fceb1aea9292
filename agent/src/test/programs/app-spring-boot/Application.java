import java.util.Map;
import java.util.function.Consumer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * A batch job of Spring Boot: each of Spring's clients over each request factory and connector,
 * which are beans and closed with the context.
 */
public class Application {

  // prints: 89 answers
  public static void main(String[] args) {
    run(context -> {});
  }

  /**
   * Its life.
   *
   * @param forgetting what an application that is not all right does besides
   */
  static void run(Consumer<ConfigurableApplicationContext> forgetting) {
    SpringApplication application =
        new SpringApplicationBuilder(Factories.class, Connectors.class)
            .web(WebApplicationType.NONE)
            .logStartupInfo(false)
            .properties("spring.main.banner-mode=off")
            .build();
    Asking asking = new Asking();
    try (ConfigurableApplicationContext context = application.run()) {
      for (ClientHttpRequestFactory factory : beans(context, ClientHttpRequestFactory.class)) {
        asking.with(RestClient.builder().requestFactory(factory).build());
        asking.with(new RestTemplate(factory));
      }
      asking.with(context.getBean(RestClient.Builder.class).build());
      for (ClientHttpConnector connector : beans(context, ClientHttpConnector.class)) {
        asking.with(WebClient.builder().clientConnector(connector).build());
      }
      asking.with(context.getBean(WebClient.Builder.class).build());
      forgetting.accept(context);
    }
    System.out.println(asking.answers() + " answers");
  }

  private static <T> Iterable<T> beans(ConfigurableApplicationContext context, Class<T> type) {
    Map<String, T> beans = context.getBeansOfType(type);
    beans.forEach((name, bean) -> System.out.println(name + " is a " + bean.getClass().getName()));
    return beans.values();
  }
}
