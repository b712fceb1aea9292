import java.util.concurrent.CountDownLatch;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;

/** Halts while a close waits for ever; its ledger stays. */
class Stuck {

  /** Closes something of the application's first. */
  static final class Builder extends HttpClientBuilder {
    Builder closing(Runnable what) {
      addCloseable(what::run);
      return this;
    }
  }

  public static void main(String[] arguments) throws Exception {
    CountDownLatch closing = new CountDownLatch(1);
    CloseableHttpClient client =
        new Builder()
            .closing(
                () -> {
                  closing.countDown();
                  waitForEver();
                })
            .build();
    Thread closer =
        new Thread(
            () -> {
              try {
                client.close();
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            },
            "closer-1");
    closer.setDaemon(true);
    closer.start();
    closing.await();
    Runtime.getRuntime().halt(0);
  }

  private static void waitForEver() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
