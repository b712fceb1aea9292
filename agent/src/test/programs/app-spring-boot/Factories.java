import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.client.JettyClientHttpRequestFactory;
import org.springframework.http.client.ReactorClientHttpRequestFactory;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;

/** A request factory of each sort: those with a client of their own, and with a given one. */
@SpringBootConfiguration
@EnableAutoConfiguration
class Factories {

  @Bean
  HttpComponentsClientHttpRequestFactory httpComponents() {
    return new HttpComponentsClientHttpRequestFactory();
  }

  /** Closed although what is declared has no close: Spring looks at the object. */
  @Bean
  HttpClient httpClient() {
    return HttpClients.createDefault();
  }

  @Bean
  CloseableHttpClient pooled() {
    return HttpClients.custom().evictExpiredConnections().build();
  }

  /** Closed twice, since the factory closes the client as well. */
  @Bean
  HttpComponentsClientHttpRequestFactory overPooled() {
    return new HttpComponentsClientHttpRequestFactory(pooled());
  }

  @Bean
  JettyClientHttpRequestFactory jetty() {
    return new JettyClientHttpRequestFactory();
  }

  @Bean
  ReactorResourceFactory resources() {
    ReactorResourceFactory own = new ReactorResourceFactory();
    own.setUseGlobalResources(false);
    return own;
  }

  @Bean
  ReactorClientHttpRequestFactory reactor() {
    return new ReactorClientHttpRequestFactory(resources(), client -> client);
  }

  @Bean
  JdkClientHttpRequestFactory jdk() {
    return new JdkClientHttpRequestFactory();
  }

  @Bean
  SimpleClientHttpRequestFactory simple() {
    return new SimpleClientHttpRequestFactory();
  }

  /**
   * Spring Boot's own would make another client for each RestClient.Builder, which nobody closes.
   */
  @Bean
  ClientHttpRequestFactoryBuilder<?> shared() {
    return ClientHttpRequestFactoryBuilder.of(this::httpComponents);
  }
}
