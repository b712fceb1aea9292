import java.io.IOException;
import java.net.URI;
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

/** Closes everything of OkHttp, in all the ways there are. */
public class Closed {

  private static final List<Object> KEPT = new ArrayList<>();

  public static void main(String[] args) throws Exception {
    OkHttpClient client = keep(new OkHttpClient());
    responses(client);
    withoutBody(client);
    failing(client);
    asynchronous(client);
    clients();
    caching();
    sockets(client);
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }

  private static void responses(OkHttpClient client) throws Exception {
    for (String url : List.of(Loopback.small(), Loopback.error(), Loopback.moved(), Loopback.zipped())) {
      try (Response response = get(client, url)) {
        response.body().source().readByte();
      }
      get(client, url).close();
      get(client, url).body().close();
      get(client, url).body().string();
      get(client, url).body().bytes();
      get(client, url).body().source().readByteString();
      get(client, url).body().byteStream().readAllBytes();
      get(client, url).body().byteStream().close();
      get(client, url).body().charStream().close();
    }
    Response half = get(client, Loopback.large());
    half.body().byteStream().read();
    half.close();
    Response peeked = get(client, Loopback.large());
    peeked.peekBody(10).close();
    peeked.close();
  }

  private static void withoutBody(OkHttpClient client) throws Exception {
    get(client, Loopback.empty());
    get(client, Loopback.unmodified());
    keep(client.newCall(to(Loopback.small()).head().build()).execute());
    keep(client.newCall(to(Loopback.error()).head().build()).execute());
  }

  private static void failing(OkHttpClient client) throws Exception {
    try {
      get(client, Loopback.refused());
      throw new AssertionError("was to be refused");
    } catch (IOException e) {
      keep(e);
    }
    try {
      get(client, Loopback.cut()).body().string();
      throw new AssertionError("was to break off");
    } catch (IOException e) {
      keep(e);
    }
    OkHttpClient intercepted =
        client
            .newBuilder()
            .addInterceptor(
                chain -> {
                  chain.proceed(chain.request()).close();
                  return chain.proceed(chain.request());
                })
            .build();
    get(intercepted, Loopback.error()).close();
  }

  private static void asynchronous(OkHttpClient client) throws Exception {
    CountDownLatch answers = new CountDownLatch(2);
    Callback closing =
        new Callback() {
          @Override
          public void onResponse(Call call, Response response) {
            keep(response).close();
            answers.countDown();
          }

          @Override
          public void onFailure(Call call, IOException failure) {
            answers.countDown();
          }
        };
    client.newCall(to(Loopback.small()).build()).enqueue(closing);
    client.newCall(to(Loopback.refused()).build()).enqueue(closing);
    answers.await();
  }

  private static void clients() throws Exception {
    for (int made = 0; made < 6; made++) {
      OkHttpClient client = keep(new OkHttpClient());
      get(client, Loopback.small()).close();
      client.connectionPool().evictAll();
      client.dispatcher().executorService().shutdownNow();
    }
  }

  private static void caching() throws Exception {
    Cache cache = keep(new Cache(Files.createTempDirectory("cache").toFile(), 1_000_000));
    OkHttpClient client = keep(new OkHttpClient.Builder().cache(cache).build());
    get(client, Loopback.cacheable()).body().string();
    get(client, Loopback.cacheable()).body().string();
    get(client, Loopback.cacheable()).close();
    client.connectionPool().evictAll();
    cache.close();
    keep(new Cache(Files.createTempDirectory("cache").toFile(), 1_000_000)).delete();
  }

  private static void sockets(OkHttpClient client) throws Exception {
    WebSocketServer server = new WebSocketServer();
    for (int round = 0; round < 2; round++) {
      open(client, server.patient()).close(1000, "done");
      open(client, server.patient()).cancel();
      WebSocket twice = open(client, server.patient());
      twice.send("one");
      twice.close(1000, null);
      twice.close(1000, null);
      twice.cancel();
      answering(client, server.closing());
      failing(client, server.broken().toString());
      failing(client, server.nonsense().toString());
      failing(client, server.unwilling().toString());
      failing(client, Loopback.error());
      failing(client, Loopback.refused());
      failing(client, Loopback.cut());
    }
  }

  private static WebSocket open(OkHttpClient client, URI server) throws Exception {
    Listener listener = new Listener();
    WebSocket socket = keep(client.newWebSocket(to(server.toString()).build(), listener));
    listener.awaitOpen();
    return socket;
  }

  private static void answering(OkHttpClient client, URI server) throws Exception {
    Listener listener =
        new Listener() {
          @Override
          public void onClosing(WebSocket socket, int code, String reason) {
            socket.close(code, reason);
          }
        };
    keep(client.newWebSocket(to(server.toString()).build(), listener));
    listener.awaitEnd();
  }

  private static void failing(OkHttpClient client, String server) throws Exception {
    Listener listener = new Listener();
    keep(client.newWebSocket(to(server).build(), listener));
    listener.awaitEnd();
  }

  private static Response get(OkHttpClient client, String url) throws IOException {
    return keep(client.newCall(to(url).build()).execute());
  }

  private static Request.Builder to(String url) {
    return new Request.Builder().url(url);
  }

  private static <T> T keep(T closed) {
    KEPT.add(closed);
    return closed;
  }
}
