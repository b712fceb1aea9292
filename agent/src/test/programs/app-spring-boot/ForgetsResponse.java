import java.net.URI;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.context.ConfigurableApplicationContext;

/** The same, with a request by hand and a response that is dropped. */
public class ForgetsResponse {

  // prints: 89 answers
  public static void main(String[] args) {
    Application.run(
        context -> {
          try {
            Garbage dropped = new Garbage();
            dropped.add(response(context));
            dropped.collect();
          } catch (Exception e) {
            throw new AssertionError(e);
          }
        });
  }

  private static ClientHttpResponse response(ConfigurableApplicationContext context)
      throws Exception {
    ClientHttpRequestFactory factory =
        context.getBean("httpComponents", ClientHttpRequestFactory.class);
    ClientHttpRequest request = factory.createRequest(URI.create(Loopback.error()), HttpMethod.GET);
    return request.execute(); // expect: abandoned 1 Apache HttpClient 5 response
  }
}
