import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Closes clients of the JDK, from 21 on, in shutdown hooks: five at once, five late. Aborts a
 * WebSocket there.
 */
public class Late {

  public static void main(String[] args) throws Exception {
    boolean closeable = Runtime.version().feature() >= 21;
    System.out.println("clients that hooks close: " + (closeable ? 11 : 1));
    WebSocket socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(new WebSocketServer().patient(), new WebSocket.Listener() {})
            .join();
    Runtime.getRuntime().addShutdownHook(new Thread(socket::abort));
    if (!closeable) {
      return;
    }
    for (int made = 0; made < 5; made++) {
      HttpClient atOnce = HttpClient.newHttpClient();
      HttpClient late = HttpClient.newHttpClient();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(atOnce, 0)));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(late, 500)));
    }
  }

  private static void close(HttpClient client, long millisLate) {
    long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millisLate);
    while (System.nanoTime() < due) {
      LockSupport.parkNanos(due - System.nanoTime());
    }
    try {
      ((AutoCloseable) (Object) client).close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
