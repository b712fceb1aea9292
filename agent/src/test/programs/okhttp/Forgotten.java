import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import okhttp3.Cache;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;

/** Leaves clients, caches and responses of OkHttp open. */
public class Forgotten {

  private static final List<Object> KEPT = new ArrayList<>();

  public static void main(String[] args) throws Exception {
    OkHttpClient shared = new OkHttpClient();
    keep(shared);
    for (int made = 0; made < 6; made++) {
      keep(shared.newBuilder().retryOnConnectionFailure(false).build());
    }
    for (int made = 0; made < 4; made++) {
      keep(new OkHttpClient());
    }
    for (int made = 0; made < 5; made++) {
      keep(new OkHttpClient.Builder().build()); // expect: open piled-up 5 OkHttp client
    }
    for (int round = 0; round < 2; round++) {
      responses(shared);
      cache();
    }
    for (int round = 0; round < 5; round++) {
      busy();
    }
    asynchronous();
    synchronous();
    sockets();
  }

  private static void responses(OkHttpClient client) throws Exception {
    keep(client.newCall(to(Loopback.error())).execute()); // expect: open 2 OkHttp response
    Response half = client.newCall(to(Loopback.large())).execute(); // expect: open 2 OkHttp response
    half.body().source().readByte();
    keep(half);
    Call cancelled = client.newCall(to(Loopback.large()));
    keep(cancelled.execute()); // expect: open 2 OkHttp response
    cancelled.cancel();
  }

  /** The callback runs on another thread, and nothing there tells who asked. */
  private static void asynchronous() throws Exception {
    OkHttpClient client = client();
    CountDownLatch answers = new CountDownLatch(3);
    Callback keeping =
        new Callback() {
          @Override
          public void onResponse(Call call, Response response) {
            keep(response);
            answers.countDown();
          }

          @Override
          public void onFailure(Call call, IOException failure) {
            throw new AssertionError(failure);
          }
        };
    for (int round = 0; round < 2; round++) {
      client.newCall(to(Loopback.moved())).enqueue(keeping); // expect: open 2 OkHttp response
    }
    client.newCall(to(Loopback.small())).enqueue(keeping); // expect: open 1 OkHttp response
    answers.await();
    client.dispatcher().executorService().shutdown();
  }

  /** A call that a callback makes is its own. */
  private static void synchronous() throws Exception {
    OkHttpClient client = client();
    CountDownLatch answer = new CountDownLatch(1);
    Callback nesting =
        new Callback() {
          @Override
          public void onResponse(Call call, Response response) throws IOException {
            response.close();
            keep(client.newCall(to(Loopback.error())).execute()); // expect: open 1 OkHttp response
            answer.countDown();
          }

          @Override
          public void onFailure(Call call, IOException failure) {
            throw new AssertionError(failure);
          }
        };
    client.newCall(to(Loopback.small())).enqueue(nesting);
    answer.await();
    client.dispatcher().executorService().shutdown();
  }

  private static void sockets() throws Exception {
    WebSocketServer server = new WebSocketServer();
    OkHttpClient client = client();
    for (int round = 0; round < 2; round++) {
      Listener silent = new Listener();
      WebSocket left = client.newWebSocket(to(server.patient().toString()), silent); // expect: open 2 OkHttp WebSocket
      keep(left);
      silent.awaitOpen();
      left.send("one of many");
      Listener deaf = new Listener();
      WebSocket halfClosed = client.newWebSocket(to(server.closing().toString()), deaf); // expect: open 2 OkHttp WebSocket
      keep(halfClosed);
      deaf.awaitClosing();
    }
  }

  private static OkHttpClient client() {
    OkHttpClient client = new OkHttpClient();
    keep(client);
    return client;
  }

  private static void cache() throws Exception {
    File directory = Files.createTempDirectory("cache").toFile();
    keep(new Cache(directory, 1_000_000)); // expect: open 2 OkHttp cache
  }

  private static void busy() throws Exception {
    OkHttpClient client = new OkHttpClient(); // expect: open piled-up 5 OkHttp client
    keep(client);
    for (int request = 0; request < 3; request++) {
      client.newCall(to(Loopback.small())).execute().close();
    }
  }

  private static Request to(String url) {
    return new Request.Builder().url(url).build();
  }

  private static synchronized void keep(Object open) {
    KEPT.add(open);
  }
}
