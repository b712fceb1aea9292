import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** The load of one thread: it opens, asks, closes, and forgets a bounded number at a time. */
final class Churn implements Runnable {

  /** After so many rounds it has forgotten as many as it ever keeps. */
  static final int ROUNDS_TO_FULL = 512;

  private static final int CHEAP_EACH_ROUND = 20;
  private static final long PAUSE_NANOS = 2_000_000; // bounds the rate

  private final Counts counts;
  private final CountDownLatch full;
  private final Deque<Object> cheap = new ArrayDeque<>();
  private final Deque<Object> real = new ArrayDeque<>();
  private volatile boolean stopped;
  private volatile Throwable failure;

  Churn(Counts counts, CountDownLatch full) {
    this.counts = counts;
    this.full = full;
  }

  void stop() {
    stopped = true;
  }

  /** What went wrong, or null. */
  Throwable failure() {
    return failure;
  }

  @Override
  public void run() {
    try {
      for (int round = 1; !stopped; round++) {
        round(round);
        if (round == ROUNDS_TO_FULL) {
          full.countDown();
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    } catch (Throwable e) {
      failure = e;
      full.countDown();
    }
  }

  private void round(int round) throws Exception {
    for (int at = 0; at < CHEAP_EACH_ROUND; at++) {
      try (Cheap one = opened(new Cheap())) {
        counts.closed.incrementAndGet();
      }
    }
    if (round % 8 == 0) {
      forget(cheap, 32, opened(new Cheap()));
    }
    if (round % 16 == 0) {
      try (CloseableHttpClient client = opened(HttpClients.createDefault())) {
        ask(client);
        counts.closed.incrementAndGet();
      }
    }
    if (round % 16 == 8) {
      OkHttpClient client = opened(new OkHttpClient());
      ask(client);
      close(client);
    }
    if (round % 64 == 0) {
      CloseableHttpClient client = opened(HttpClients.createDefault());
      ask(client);
      forget(real, 6, client);
    }
    if (round % 64 == 32) {
      forget(real, 6, opened(new OkHttpClient()));
    }
    if (round % 256 == 0) {
      HttpClient client = opened(HttpClient.newHttpClient());
      HttpRequest request = HttpRequest.newBuilder(URI.create(Loopback.small())).build();
      client.send(request, BodyHandlers.ofString());
      forget(real, 6, client);
    }
  }

  private <T> T opened(T client) {
    counts.opened.incrementAndGet();
    return client;
  }

  private void close(OkHttpClient client) {
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
    counts.closed.incrementAndGet();
  }

  private static void forget(Deque<Object> kept, int most, Object client) {
    kept.add(client);
    if (kept.size() > most) {
      kept.remove();
    }
  }

  private static void ask(CloseableHttpClient client) throws Exception {
    client.execute(new HttpGet(Loopback.small()), r -> EntityUtils.toString(r.getEntity()));
  }

  private static void ask(OkHttpClient client) throws Exception {
    Request request = new Request.Builder().url(Loopback.small()).build();
    try (Response response = client.newCall(request).execute()) {
      response.body().string();
    }
  }
}
