package acme;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/** Makes a client of another library, and says how it is closed. */
@Factory
class Clients {

  @Singleton
  @Bean(preDestroy = "close")
  CloseableHttpClient httpClient() {
    return HttpClients.createDefault();
  }
}
