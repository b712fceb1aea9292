import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.handler.codec.http.cookie.Cookie;
import io.netty.util.HashedWheelTimer;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.asynchttpclient.AsyncHttpClient;
import org.asynchttpclient.DefaultAsyncHttpClient;
import org.asynchttpclient.DefaultAsyncHttpClientConfig;
import org.asynchttpclient.Dsl;
import org.asynchttpclient.cookie.CookieStore;
import org.asynchttpclient.ws.WebSocket;
import org.asynchttpclient.ws.WebSocketListener;
import org.asynchttpclient.ws.WebSocketUpgradeHandler;

/** Clients and WebSockets of AsyncHttpClient, and the event loop groups that they are given. */
class Fixture {

  private static final List<Object> KEPT = new ArrayList<>();
  private static final Sockets SOCKETS = new Sockets();

  static void forgotten() throws Exception {
    busy();
    for (int made = 0; made < 5; made++) {
      keep(Dsl.asyncHttpClient()); // expect: open piled-up 5 AsyncHttpClient client
    }
    for (int round = 0; round < 2; round++) {
      keep(new DefaultAsyncHttpClient()); // expect: open 2 AsyncHttpClient client
      AsyncHttpClient failing = keep(Dsl.asyncHttpClient(oneThread())); // expect: open 2 AsyncHttpClient client
      refused(failing);
      AsyncHttpClient open = keep(Dsl.asyncHttpClient(oneThread())); // expect: open 2 AsyncHttpClient client
      Heard heard = new Heard();
      keep(
          open.prepareGet(SOCKETS.url("/stay"))
              .execute(handler(heard))
              .get());
      check(heard.socket.isOpen());
    }
  }

  private static void busy() throws Exception {
    for (int made = 0; made < 2; made++) {
      AsyncHttpClient client = keep(Dsl.asyncHttpClient(oneThread())); // expect: open 2 AsyncHttpClient client
      check(client.prepareGet(Loopback.small()).execute().get().getStatusCode() == 200);
      check(client.executeRequest(Dsl.get(Loopback.small())).get().getStatusCode() == 200);
      check(client.executeRequest(Dsl.get(Loopback.small()).build()).get().getStatusCode() == 200);
    }
  }

  private static WebSocketUpgradeHandler handler(Heard heard) {
    WebSocketUpgradeHandler.Builder builder = new WebSocketUpgradeHandler.Builder();
    return builder.addWebSocketListener(heard).build(); // expect: open 2 AsyncHttpClient WebSocket
  }

  static void owned() throws Exception {
    for (int round = 0; round < 2; round++) {
      EventLoopGroup given = keep(new NioEventLoopGroup(1)); // expect: open 2 Netty event loop group
      try (AsyncHttpClient client = keep(Dsl.asyncHttpClient(oneThread().setEventLoopGroup(given)))) {
        check(client.prepareGet(Loopback.small()).execute().get().getStatusCode() == 200);
      }
      check(!given.isShuttingDown());
      EventLoopGroup group = keep(new NioEventLoopGroup(1));
      keep(Dsl.asyncHttpClient(oneThread().setEventLoopGroup(group))); // expect: open 2 AsyncHttpClient client
      group.shutdownGracefully();
      AsyncHttpClient client = keep(Dsl.asyncHttpClient(oneThread()));
      client.prepareGet(SOCKETS.url("/stay")).execute(silent(new Heard())).get();
      client.close();
      failing();
    }
  }

  /** What a constructor that failed has made stays behind; the collector finds it. */
  private static void failing() {
    try {
      keep(Dsl.asyncHttpClient(oneThread().setCookieStore(broken()))); // expect: abandoned 2 Netty event loop group
      throw new AssertionError("was to fail");
    } catch (IllegalStateException e) {
      keep(e);
    }
  }

  static void abandoned() throws Exception {
    Garbage garbage = new Garbage();
    for (int round = 0; round < 2; round++) {
      garbage.add(Dsl.asyncHttpClient(oneThread())); // expect: abandoned 2 AsyncHttpClient client
    }
    garbage.collect();
  }

  static void closed() throws Exception {
    AsyncHttpClient client = keep(Dsl.asyncHttpClient(oneThread()));
    check(client.prepareGet(Loopback.small()).execute().get().getStatusCode() == 200);
    check(client.prepareGet(Loopback.error()).execute().get().getStatusCode() == 500);
    check(client.prepareGet(Loopback.empty()).execute().get().getStatusCode() == 204);
    check(client.prepareGet(Loopback.unmodified()).execute().get().getStatusCode() == 304);
    check(client.prepareGet(Loopback.moved()).setFollowRedirect(true).execute().get().hasResponseBody());
    check(client.prepareGet(Loopback.large()).execute().get().getStatusCode() == 200);
    check(client.prepareHead(Loopback.small()).execute().get().getStatusCode() == 200);
    cut(client);
    refused(client);
    sockets(client);
    client.close();
    client.close();
    try (AsyncHttpClient other = keep(new DefaultAsyncHttpClient(oneThread().build()))) {
      keep(other.prepareGet(Loopback.large()).execute()); // its answer is not waited for
    }
    given();
  }

  private static void sockets(AsyncHttpClient client) throws Exception {
    Heard asked = new Heard();
    WebSocket socket = client.prepareGet(SOCKETS.url("/stay")).execute(silent(asked)).get();
    socket.sendTextFrame("a text").sync();
    socket.sendCloseFrame().sync();
    asked.closed.await();
    for (String path : List.of("/goodbye", "/hangup")) {
      Heard told = new Heard();
      keep(client.prepareGet(SOCKETS.url(path)).execute(silent(told)));
      told.closed.await();
    }
    try {
      keep(client.prepareGet(SOCKETS.url("/no")).execute(silent(new Heard())).get());
    } catch (ExecutionException e) {
      keep(e);
    }
    keep(silent(new Heard()));
    WebSocket open = client.prepareGet(SOCKETS.url("/stay")).execute(silent(new Heard())).get();
    check(keep(open).isOpen()); // closed with its client
  }

  private static void given() throws Exception {
    EventLoopGroup group = keep(new NioEventLoopGroup(1));
    HashedWheelTimer timer = keep(new HashedWheelTimer());
    for (int round = 0; round < 2; round++) {
      DefaultAsyncHttpClientConfig.Builder both =
          oneThread().setEventLoopGroup(group).setNettyTimer(timer);
      try (AsyncHttpClient client = keep(Dsl.asyncHttpClient(both))) {
        check(client.prepareGet(Loopback.small()).execute().get().getStatusCode() == 200);
      }
    }
    timer.stop();
    group.shutdownGracefully();
  }

  static void late() throws Exception {
    for (int round = 0; round < 2; round++) {
      AsyncHttpClient client = keep(Dsl.asyncHttpClient(oneThread()));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(client)));
    }
    System.out.println("clients that hooks close: 4"); // with the event loop group of each
  }

  private static void close(AsyncHttpClient client) {
    try {
      client.close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void cut(AsyncHttpClient client) throws Exception {
    try {
      client.prepareGet(Loopback.cut()).execute().get();
      throw new AssertionError("was to break off");
    } catch (ExecutionException e) {
      keep(e);
    }
  }

  private static void refused(AsyncHttpClient client) throws Exception {
    try {
      client.prepareGet(Loopback.refused()).execute().get();
      throw new AssertionError("was to be refused");
    } catch (ExecutionException e) {
      keep(e);
    }
  }

  private static WebSocketUpgradeHandler silent(Heard heard) {
    return new WebSocketUpgradeHandler(new ArrayList<>(List.of(heard)));
  }

  private static DefaultAsyncHttpClientConfig.Builder oneThread() {
    return new DefaultAsyncHttpClientConfig.Builder().setIoThreadsCount(1).setMaxRequestRetry(0);
  }

  private static CookieStore broken() {
    return (CookieStore)
        Proxy.newProxyInstance(
            Fixture.class.getClassLoader(),
            new Class<?>[] {CookieStore.class},
            (proxy, method, arguments) -> {
              if (method.getReturnType() == List.class) {
                return List.<Cookie>of();
              }
              throw new IllegalStateException("a broken store");
            });
  }

  private static <T> T keep(T kept) {
    KEPT.add(kept);
    return kept;
  }

  private static void check(boolean holds) {
    if (!holds) {
      throw new AssertionError();
    }
  }

  private static final class Heard implements WebSocketListener {

    private final CountDownLatch closed = new CountDownLatch(1);
    private WebSocket socket;

    @Override
    public void onOpen(WebSocket opened) {
      socket = opened;
    }

    @Override
    public void onClose(WebSocket closing, int code, String reason) {
      closed.countDown();
    }

    @Override
    public void onError(Throwable error) {
      keep(error);
    }
  }
}
