import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Ends WebSockets of the JDK in all the ways there are. */
final class ClosedSockets {

  private static final List<Object> KEPT = new ArrayList<>();

  static void all(HttpClient client) throws Exception {
    WebSocketServer server = new WebSocketServer();
    for (boolean twice : new boolean[] {false, true}) {
      WebSocket closed = open(client, server.patient(), new Ended());
      closed.sendText("hello", true).join();
      closed.sendClose(WebSocket.NORMAL_CLOSURE, "done").join();
      WebSocket aborted = open(client, server.patient(), new Ended());
      aborted.abort();
      if (twice) {
        closed.abort();
        aborted.abort();
        aborted.sendClose(WebSocket.NORMAL_CLOSURE, "done").handle((done, e) -> e).join();
      }
    }
    for (URI url : List.of(server.closing(), server.broken(), server.nonsense())) {
      Ended listener = new Ended();
      WebSocket ended = open(client, url, listener);
      listener.end.get(10, TimeUnit.SECONDS);
      awaitEnd(ended);
    }
    failing(client, server);
  }

  private static void failing(HttpClient client, WebSocketServer server) {
    for (URI url : List.of(server.unwilling(), URI.create("ws" + Loopback.refused().substring(4)))) {
      try {
        open(client, url, new Ended());
        throw new AssertionError("was to fail");
      } catch (CompletionException e) {
        KEPT.add(e);
      }
    }
    WebSocket ended = open(client, server.patient(), new Failing());
    awaitEnd(ended);
  }

  private static WebSocket open(HttpClient client, URI url, WebSocket.Listener listener) {
    WebSocket socket = client.newWebSocketBuilder().buildAsync(url, listener).join();
    KEPT.add(socket);
    return socket;
  }

  private static void awaitEnd(WebSocket socket) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!socket.isInputClosed() || !socket.isOutputClosed()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("is still open: " + socket);
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** Tells of the end. */
  private static final class Ended implements WebSocket.Listener {

    final CompletableFuture<Object> end = new CompletableFuture<>();

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      end.complete(status);
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      end.complete(error);
    }
  }

  private static final class Failing implements WebSocket.Listener {

    @Override
    public void onOpen(WebSocket socket) {
      throw new IllegalStateException("a listener's own fault");
    }
  }

  private ClosedSockets() {}
}
