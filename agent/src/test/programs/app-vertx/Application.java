import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.ext.web.client.WebClientSession;
import java.util.function.Consumer;

/** Verticles and a main program with clients of Vert.x: all of them are closed, or Vert.x is. */
public class Application {

  // prints: 32 answers
  public static void main(String[] args) {
    run(vertx -> {});
  }

  /**
   * Its life.
   *
   * @param forgetting what an application that is not all right does besides
   */
  static void run(Consumer<Vertx> forgetting) {
    Vertx vertx = Vertx.vertx();
    Asking asking = new Asking();
    for (int deployed = 0; deployed < 2; deployed++) {
      Service service = new Service();
      String deployment = Asking.await(vertx.deployVerticle(service));
      asking.with(service);
      Asking.await(vertx.undeploy(deployment));
    }
    WebClient closed = WebClient.create(vertx);
    asking.with(closed);
    closed.close();

    HttpClient wrapped = vertx.createHttpClient(new HttpClientOptions().setMaxRedirects(2));
    WebClient wrapping = WebClient.wrap(wrapped);
    asking.with(WebClientSession.create(wrapping));
    wrapping.close();

    WebClient closedWithVertx = WebClient.create(vertx, new WebClientOptions().setKeepAlive(false));
    asking.with(closedWithVertx);
    HttpClient shared = vertx.createHttpClient(new HttpClientOptions().setShared(true));
    asking.with(WebClient.wrap(shared));
    forgetting.accept(vertx);
    Asking.await(vertx.close());
    System.out.println(asking.answers() + " answers");
  }
}
