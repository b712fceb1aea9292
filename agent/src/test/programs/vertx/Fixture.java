import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientSession;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Instances, HTTP clients and web clients of Vert.x 4. */
public class Fixture {

  private static final List<Object> KEPT = new ArrayList<>();

  static void forgotten() throws Exception {
    for (int round = 0; round < 2; round++) {
      Vertx vertx = keep(Vertx.vertx(small())); // expect: open 2 Vert.x instance
      clients(vertx);
      webClients(vertx);
      webSocketClients(vertx);
      busy(vertx);
      end(vertx.deployVerticle(new Asking(false)));
    }
  }

  private static void clients(Vertx vertx) throws Exception {
    for (int made = 0; made < 3; made++) {
      get(vertx, keep(vertx.createHttpClient())); // expect: open piled-up 6 Vert.x 4 HTTP client
    }
    HttpClientOptions options = new HttpClientOptions().setMaxPoolSize(2);
    HttpClient failing = keep(vertx.createHttpClient(options)); // expect: open 2 Vert.x 4 HTTP client
    fail(vertx, failing, Loopback.refused());
    HttpClientOptions shared = new HttpClientOptions().setShared(true).setName("forgotten");
    get(vertx, keep(vertx.createHttpClient(shared))); // expect: open 2 Vert.x 4 HTTP client
  }

  private static void webClients(Vertx vertx) throws Exception {
    WebClient web = keep(WebClient.create(vertx)); // expect: open 2 Vert.x 4 HTTP client
    end(web.getAbs(Loopback.small()).send());
    keep(WebClientSession.create(web));
    HttpClient wrapped = keep(vertx.createHttpClient()); // expect: open 2 Vert.x 4 HTTP client
    end(keep(WebClient.wrap(wrapped)).getAbs(Loopback.error()).send());
  }

  private static void webSocketClients(Vertx vertx) throws Exception {
    connect(keep(vertx.createWebSocketClient())); // expect: open 2 Vert.x 4 WebSocket client
    connect(keep(vertx.createWebSocketClient(sockets("forgotten")))); // expect: open 2 Vert.x 4 WebSocket client
    WebSocketClient failing = keep(vertx.createWebSocketClient()); // expect: open 2 Vert.x 4 WebSocket client
    refuse(failing);
  }

  private static void busy(Vertx vertx) throws Exception {
    HttpClient client = keep(vertx.createHttpClient()); // expect: open 2 Vert.x 4 HTTP client
    get(vertx, client);
    get(vertx, client);
    get(vertx, client);
  }

  static void owned() throws Exception {
    for (int round = 0; round < 2; round++) {
      withItsInstance();
      withItsVerticle();
      sharing();
      neverEnding();
    }
  }

  private static void withItsInstance() throws Exception {
    Vertx vertx = keep(Vertx.vertx(small()));
    get(vertx, keep(vertx.createHttpClient()));
    end(keep(WebClient.create(vertx)).getAbs(Loopback.small()).send());
    end(vertx.deployVerticle(new Asking(false)));
    get(vertx, keep(shared(vertx, "closed")));
    connect(keep(vertx.createWebSocketClient()));
    connect(keep(vertx.createWebSocketClient(sockets("closed"))));
    end(vertx.close());
  }

  private static void withItsVerticle() throws Exception {
    Vertx vertx = keep(Vertx.vertx(small())); // expect: open 2 Vert.x instance
    String id = end(vertx.deployVerticle(new Asking(false)));
    end(vertx.undeploy(id));
  }

  /** Each handle is to be closed, and the client ends with the last. */
  private static void sharing() throws Exception {
    Vertx vertx = keep(Vertx.vertx(small())); // expect: open 2 Vert.x instance
    HttpClientOptions shared = new HttpClientOptions().setShared(true).setName("shared");
    HttpClient one = keep(vertx.createHttpClient(shared));
    HttpClient other = keep(vertx.createHttpClient(shared)); // expect: open 2 Vert.x 4 HTTP client
    get(vertx, one);
    end(one.close());
    get(vertx, other);
    WebSocketClient first = keep(vertx.createWebSocketClient(sockets("shared")));
    WebSocketClient second = keep(vertx.createWebSocketClient(sockets("shared"))); // expect: open 2 Vert.x 4 WebSocket client
    connect(first);
    end(first.close());
    connect(second);
  }

  /** Its verticle does not stop: the close never comes to its client and its threads. */
  private static void neverEnding() throws Exception {
    Vertx vertx = keep(Vertx.vertx(small())); // no finding before half a minute has gone by
    end(vertx.deployVerticle(new Asking(true)));
    keep(vertx.close());
  }

  static void abandoned() throws Exception {
    Garbage garbage = new Garbage();
    Vertx vertx = keep(Vertx.vertx(small()));
    for (int round = 0; round < 2; round++) {
      HttpClient closed = vertx.createHttpClient();
      end(closed.close());
      garbage.add(closed);
      closed = null;
    }
    garbage.collect();
    end(vertx.close());
  }

  static void closed() throws Exception {
    for (int round = 0; round < 2; round++) {
      Vertx vertx = keep(Vertx.vertx(small()));
      inEachWay(vertx);
      answers(vertx);
      end(vertx.close());
      end(vertx.close());
      keep(Vertx.vertx(small())).close();
      withItsInstance();
    }
  }

  private static void inEachWay(Vertx vertx) throws Exception {
    HttpClient client = keep(vertx.createHttpClient());
    get(vertx, client);
    end(client.close());
    end(client.close());
    keep(vertx.createHttpClient()).close();
    end(keep(shared(vertx, "once")).close());
    WebSocketClient sockets = keep(vertx.createWebSocketClient());
    connect(sockets);
    refuse(sockets);
    end(sockets.close());
    end(sockets.close());
    keep(vertx.createWebSocketClient()).close();
    end(keep(vertx.createWebSocketClient(sockets("once"))).close());
    WebClient web = keep(WebClient.create(vertx));
    end(web.getAbs(Loopback.small()).send());
    web.close();
    WebClient session = keep(WebClientSession.create(WebClient.create(vertx)));
    end(session.getAbs(Loopback.small()).send());
    session.close();
    HttpClient wrapped = keep(vertx.createHttpClient());
    keep(WebClient.wrap(wrapped)).close();
    end(vertx.undeploy(end(vertx.deployVerticle(new Asking(false)))));
  }

  private static void answers(Vertx vertx) throws Exception {
    WebClient web = keep(WebClient.create(vertx));
    HttpClient client = keep(vertx.createHttpClient());
    for (String url :
        List.of(
            Loopback.small(),
            Loopback.large(),
            Loopback.error(),
            Loopback.empty(),
            Loopback.unmodified(),
            Loopback.moved(),
            Loopback.zipped())) {
      end(web.getAbs(url).send());
      end(web.headAbs(url).send());
      end(asked(vertx, client, url));
    }
    fail(vertx, client, Loopback.refused());
    fail(vertx, client, Loopback.cut());
    web.close();
    end(client.close());
  }

  static void late() throws Exception {
    Vertx atOnce = Vertx.vertx(small());
    Vertx late = Vertx.vertx(small());
    HttpClient client = late.createHttpClient();
    get(late, client);
    System.out.println("clients that hooks close: 3");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(atOnce)));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(500);
                  while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                  }
                  client.close();
                  close(late);
                }));
  }

  private static void close(Vertx vertx) {
    try {
      end(vertx.close());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpClient shared(Vertx vertx, String name) {
    return vertx.createHttpClient(new HttpClientOptions().setShared(true).setName(name));
  }

  private static WebSocketClientOptions sockets(String name) {
    return new WebSocketClientOptions().setShared(true).setName(name);
  }

  /** Opens one WebSocket, and has another refused. */
  private static void connect(WebSocketClient client) throws Exception {
    WebSocketServer server = new WebSocketServer();
    keep(end(client.connect(server.patient().getPort(), "127.0.0.1", "/patient")));
    try {
      end(client.webSocket().connect(server.unwilling().getPort(), "127.0.0.1", "/unwilling"));
      throw new AssertionError("was to fail");
    } catch (Exception e) {
      KEPT.add(e);
    }
  }

  private static void refuse(WebSocketClient client) {
    try {
      end(client.connect(URI.create(Loopback.refused()).getPort(), "127.0.0.1", "/"));
      throw new AssertionError("was to fail");
    } catch (Exception e) {
      KEPT.add(e);
    }
  }

  private static VertxOptions small() {
    return new VertxOptions().setEventLoopPoolSize(1);
  }

  private static void get(Vertx vertx, HttpClient client) throws Exception {
    end(asked(vertx, client, Loopback.small()));
  }

  private static void fail(Vertx vertx, HttpClient client, String url) {
    try {
      end(asked(vertx, client, url));
      throw new AssertionError("was to fail");
    } catch (Exception e) {
      KEPT.add(e);
    }
  }

  /** On an event loop: on another thread, a body that comes at once is missed. */
  private static Future<Void> asked(Vertx vertx, HttpClient client, String url) {
    return Future.future(
        ended ->
            vertx.runOnContext(
                nothing ->
                    client
                        .request(request(url))
                        .compose(asked -> asked.send())
                        .compose(HttpClientResponse::body)
                        .<Void>mapEmpty()
                        .onComplete(ended)));
  }

  private static RequestOptions request(String url) {
    return new RequestOptions().setAbsoluteURI(url).setMethod(HttpMethod.GET);
  }

  private static <T> T end(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  private static <T> T keep(T kept) {
    KEPT.add(kept);
    return kept;
  }

  /** Has a client of its own, which is closed with it. */
  private static class Asking extends AbstractVerticle {

    private final boolean endless;

    Asking(boolean endless) {
      this.endless = endless;
    }

    @Override
    public void start(Promise<Void> started) {
      HttpClient client = keep(vertx.createHttpClient()); // expect: partial 2 Vert.x 4 HTTP client
      keep(vertx.createWebSocketClient()); // expect: partial 2 Vert.x 4 WebSocket client
      asked(vertx, client, Loopback.small()).onComplete(started);
    }

    @Override
    public void stop(Promise<Void> stopped) {
      if (!endless) {
        stopped.complete();
      }
    }
  }
}
