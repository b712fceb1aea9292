import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Takes what Spring Boot configures. Of the two, the client behind the builder of a RestClient is
 * no bean: nobody closes it, so that the finding is right.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
public class ForgetsBuilder {

  private static final List<Object> KEPT = new ArrayList<>();

  // prints: 14 answers
  public static void main(String[] args) {
    SpringApplication application = new SpringApplication(ForgetsBuilder.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    Asking asking = new Asking();
    try (ConfigurableApplicationContext context = application.run()) {
      asking.with(context.getBean(WebClient.Builder.class).build());
      for (int taken = 0; taken < 2; taken++) {
        RestClient.Builder builder =
            context.getBean(RestClient.Builder.class); // expect: open 2 Apache HttpClient 5 client
        KEPT.add(builder);
        asking.with(builder.build());
      }
    }
    System.out.println(asking.answers() + " answers");
  }
}
