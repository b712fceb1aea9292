import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/** Closed twice, and within a request that began before. */
class ClosedTwice {

  public static void main(String[] arguments) throws Exception {
    CloseableHttpClient client = HttpClients.createDefault();
    CountDownLatch began = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    Thread reader =
        new Thread(
            () -> {
              try {
                client.execute(
                    new HttpGet(Loopback.large()),
                    response -> {
                      InputStream body = response.getEntity().getContent();
                      body.read();
                      began.countDown();
                      await(closed);
                      return body.readAllBytes();
                    });
              } catch (Exception e) {
                // its connection is gone
              }
            });
    reader.start();
    began.await();
    client.close();
    client.close();
    closed.countDown();
    reader.join();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
