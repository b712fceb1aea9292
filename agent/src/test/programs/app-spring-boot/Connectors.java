import org.eclipse.jetty.client.HttpClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.client.reactive.HttpComponentsClientHttpConnector;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.http.client.reactive.JettyClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;

/** One connector of each sort. */
@Configuration
class Connectors {

  @Bean
  HttpComponentsClientHttpConnector asyncHttpComponents() {
    return new HttpComponentsClientHttpConnector();
  }

  /** The connector does not stop what it is given, nor what it makes. */
  @Bean(initMethod = "start", destroyMethod = "stop")
  HttpClient jettyClient() {
    return new HttpClient();
  }

  @Bean
  JettyClientHttpConnector jettyConnector() {
    return new JettyClientHttpConnector(jettyClient());
  }

  @Bean
  JdkClientHttpConnector jdkConnector() {
    return new JdkClientHttpConnector();
  }

  @Bean
  @Primary
  ReactorClientHttpConnector reactorConnector(ReactorResourceFactory resources) {
    return new ReactorClientHttpConnector(resources, client -> client);
  }

  @Bean
  ReactorClientHttpConnector overGlobalResources() {
    return new ReactorClientHttpConnector();
  }
}
