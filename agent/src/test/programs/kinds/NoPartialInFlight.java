import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Ends while one thread reads an answer, as it and others have done all the time. */
public class NoPartialInFlight {

  private static final OkHttpClient CLIENT = new OkHttpClient();
  private static final CountDownLatch READING = new CountDownLatch(1);

  public static void main(String[] args) throws Exception {
    Thread[] readers = new Thread[4];
    for (int reader = 0; reader < readers.length; reader++) {
      readers[reader] = new Thread(() -> read(false));
      readers[reader].start();
    }
    for (Thread reader : readers) {
      reader.join();
    }
    Thread last = new Thread(() -> read(true));
    last.setDaemon(true);
    last.start();
    READING.await();
    System.exit(0);
  }

  private static void read(boolean last) {
    Request request = new Request.Builder().url(Loopback.large()).build();
    try (Response response = CLIENT.newCall(request).execute()) { // expect: information partial 1 OkHttp response
      long begun = System.nanoTime();
      while (last || System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(2)) {
        response.body().source().readByte();
        if (last) {
          READING.countDown();
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
