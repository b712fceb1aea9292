import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Leaves clients, body streams and WebSockets of the JDK open. */
public class Forgotten {

  private static final List<Object> KEPT = new ArrayList<>();

  public static void main(String[] args) throws Exception {
    keep(HttpClient.newHttpClient());
    for (int made = 0; made < 4; made++) {
      keep(HttpClient.newHttpClient());
    }
    for (int made = 0; made < 5; made++) {
      keep(HttpClient.newHttpClient()); // expect: open piled-up 5 java.net.http client
    }
    for (int made = 0; made < 5; made++) {
      busy();
    }
    WebSocketServer server = new WebSocketServer();
    for (int round = 0; round < 2; round++) {
      HttpClient client = HttpClient.newHttpClient();
      bodies(client);
      asynchronousBodies(client);
      sockets(client, server);
      socketsWithListeners(client, server);
    }
  }

  private static void busy() throws Exception {
    HttpClient client =
        HttpClient.newBuilder() //
            .version(HttpClient.Version.HTTP_1_1)
            .build(); // expect: open piled-up 5 java.net.http client
    keep(client);
    HttpRequest request = HttpRequest.newBuilder(URI.create(Loopback.small())).build();
    client.send(request, BodyHandlers.discarding());
    client.send(request, BodyHandlers.ofString());
    client.sendAsync(request, BodyHandlers.ofString()).join();
  }

  private static void bodies(HttpClient client) throws Exception {
    HttpRequest large = HttpRequest.newBuilder(URI.create(Loopback.large())).build();
    HttpRequest error = HttpRequest.newBuilder(URI.create(Loopback.error())).build();
    keep(client.send(large, BodyHandlers.ofInputStream())); // expect: open 2 java.net.http body stream
    keep(client.send(error, BodyHandlers.ofInputStream())); // expect: open 2 java.net.http body stream
    HttpResponse<InputStream> half =
        client.send(large, BodyHandlers.ofInputStream()); // expect: open 2 java.net.http body stream
    half.body().readNBytes(1_000);
    keep(half);
    HttpResponse<Stream<String>> lines =
        client.send(large, BodyHandlers.ofLines()); // expect: open 2 java.net.http body stream
    keep(lines);
  }

  private static void asynchronousBodies(HttpClient client) {
    HttpRequest large = HttpRequest.newBuilder(URI.create(Loopback.large())).build();
    CompletableFuture<HttpResponse<InputStream>> response =
        client.sendAsync(large, BodyHandlers.ofInputStream()); // expect: open 2 java.net.http body stream
    keep(response.join());
    keep(
        CompletableFuture.supplyAsync(
                () -> client.sendAsync(large, BodyHandlers.buffering(BodyHandlers.ofInputStream(), 10))) // expect: open 2 java.net.http body stream
            .join()
            .join());
  }

  private static void sockets(HttpClient client, WebSocketServer server) {
    WebSocket socket =
        client
            .newWebSocketBuilder()
            .buildAsync(server.patient(), new WebSocket.Listener() {}) // expect: open 2 java.net.http WebSocket
            .join();
    socket.sendText("hello", true).join();
    keep(socket);
  }

  /** One listener may serve many. */
  private static void socketsWithListeners(HttpClient client, WebSocketServer server) {
    WebSocket.Listener listener = new WebSocket.Listener() {};
    WebSocket.Builder builder = client.newWebSocketBuilder();
    keep(builder.buildAsync(server.patient(), listener).join()); // expect: open 2 java.net.http WebSocket
    keep(builder.buildAsync(server.patient(), listener).join()); // expect: open 2 java.net.http WebSocket
  }

  private static void keep(Object open) {
    KEPT.add(open);
  }
}
