import java.io.IOException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.WebClient;

/** A service of Spring Boot, with a servlet container in it, that asks others for its answers. */
@SpringBootConfiguration
@EnableAutoConfiguration
@RestController
public class Application {

  private final RestClient rest;
  private final WebClient web = WebClient.create();

  public Application(HttpComponentsClientHttpRequestFactory factory) {
    this.rest = RestClient.builder().requestFactory(factory).build();
  }

  // prints: ready after 10 answers
  // signal: TERM
  public static void main(String[] args) throws IOException {
    run(Application.class);
  }

  static void run(Class<?> service) throws IOException {
    SpringApplication application = new SpringApplication(service);
    application.setWebApplicationType(WebApplicationType.SERVLET);
    ConfigurableApplicationContext context = application.run("--server.port=0");
    Customer customer = new Customer(context.getEnvironment().getProperty("local.server.port"));
    for (int asked = 0; asked < 5; asked++) {
      customer.ask("/rest");
      customer.ask("/web");
    }
    System.out.println("ready after " + customer.answers() + " answers");
  }

  @Bean
  static HttpComponentsClientHttpRequestFactory factory() {
    return new HttpComponentsClientHttpRequestFactory();
  }

  @GetMapping("/rest")
  String rest() {
    return rest.get().uri(Loopback.small()).retrieve().body(String.class);
  }

  @GetMapping("/web")
  String web() {
    return web.get().uri(Loopback.small()).retrieve().bodyToMono(String.class).block();
  }
}
