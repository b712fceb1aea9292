import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/** Tells what becomes of a WebSocket, and does nothing about it. */
class Listener extends WebSocketListener {

  private final CountDownLatch opened = new CountDownLatch(1);
  private final CountDownLatch closing = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);

  void awaitOpen() throws InterruptedException {
    await(opened);
  }

  /** Awaits the other side's close. */
  void awaitClosing() throws InterruptedException {
    await(closing);
  }

  /** Awaits its close by both sides, or its failure. */
  void awaitEnd() throws InterruptedException {
    await(ended);
  }

  @Override
  public void onOpen(WebSocket socket, Response response) {
    opened.countDown();
  }

  @Override
  public void onClosing(WebSocket socket, int code, String reason) {
    closing.countDown();
  }

  @Override
  public void onClosed(WebSocket socket, int code, String reason) {
    ended.countDown();
  }

  @Override
  public void onFailure(WebSocket socket, Throwable failure, Response response) {
    ended.countDown();
  }

  private static void await(CountDownLatch latch) throws InterruptedException {
    if (!latch.await(20, TimeUnit.SECONDS)) {
      throw new AssertionError("has not come");
    }
  }
}
