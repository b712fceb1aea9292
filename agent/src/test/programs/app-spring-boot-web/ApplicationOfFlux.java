import java.io.IOException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * A reactive service of Spring Boot, with the client that it configures, and one over a pool of its
 * own.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@RestController
public class ApplicationOfFlux {

  private final WebClient configured;
  private final WebClient pooled;

  public ApplicationOfFlux(WebClient.Builder builder, ConnectionProvider pool) {
    configured = builder.clone().build();
    HttpClient client = HttpClient.create(pool);
    pooled = builder.clientConnector(new ReactorClientHttpConnector(client)).build();
  }

  // prints: ready after 10 answers
  // signal: TERM
  public static void main(String[] args) throws IOException {
    SpringApplication application = new SpringApplication(ApplicationOfFlux.class);
    application.setWebApplicationType(WebApplicationType.REACTIVE);
    ConfigurableApplicationContext context = application.run("--server.port=0");
    Customer customer = new Customer(context.getEnvironment().getProperty("local.server.port"));
    for (int asked = 0; asked < 5; asked++) {
      customer.ask("/configured");
      customer.ask("/pooled");
    }
    System.out.println("ready after " + customer.answers() + " answers");
  }

  @Bean(destroyMethod = "dispose")
  static ConnectionProvider pool() {
    return ConnectionProvider.create("own", 5);
  }

  @GetMapping("/configured")
  Mono<String> configured() {
    return configured.get().uri(Loopback.small()).retrieve().bodyToMono(String.class);
  }

  @GetMapping("/pooled")
  Mono<String> pooled() {
    return pooled.get().uri(Loopback.small()).retrieve().bodyToMono(String.class);
  }
}
