import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.client.WebClient;

/**
 * A verticle that serves, and asks others for its answers. It closes one of its clients itself;
 * Vert.x closes the rest of what it opened when it is undeployed.
 */
class Service extends AbstractVerticle {

  private HttpClient client;
  private WebClient web;
  private WebClient own;
  private int port;

  @Override
  public void start(Promise<Void> started) {
    client = vertx.createHttpClient();
    web = WebClient.create(vertx);
    own = WebClient.create(vertx);
    HttpServer server = vertx.createHttpServer();
    server.requestHandler(
        request ->
            own.getAbs(Loopback.small())
                .send()
                .onSuccess(answer -> request.response().end(answer.bodyAsString()))
                .onFailure(failure -> request.response().setStatusCode(502).end()));
    server
        .listen(0, "127.0.0.1")
        .onSuccess(
            listening -> {
              port = listening.actualPort();
              started.complete();
            })
        .onFailure(started::fail);
  }

  @Override
  public void stop() {
    own.close();
  }

  /** What it answers itself. */
  Future<String> asked() {
    return web.get(port, "127.0.0.1", "/").send().map(answer -> answer.bodyAsString());
  }

  /** What others answer, by hand. */
  Future<String> ask(String path) {
    String host = Loopback.host();
    int colon = host.indexOf(':');
    int other = Integer.parseInt(host.substring(colon + 1));
    return client
        .request(HttpMethod.GET, other, host.substring(0, colon), path)
        .compose(request -> request.send())
        .compose(answer -> answer.body())
        .map(body -> body.toString());
  }
}
