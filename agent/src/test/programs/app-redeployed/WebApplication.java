import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToIntFunction;
import okhttp3.Cache;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.internal.concurrent.TaskRunner;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** Opens its clients when it is deployed and closes them when it is undeployed. */
public class WebApplication implements ToIntFunction<String> {

  private static final String SMALL = "a small answer";

  private int answers;

  /** Its life; the number of right answers that it got. */
  @Override
  public int applyAsInt(String server) {
    try {
      withApache(server);
      withOkHttp(server);
      return answers;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void withApache(String server) throws IOException {
    try (CloseableHttpClient client =
        HttpClients.custom().evictExpiredConnections().disableAutomaticRetries().build()) {
      check(client.execute(new HttpGet(server + "/small"), r -> EntityUtils.toString(r.getEntity())));
      check(client.execute(new HttpGet(server + "/zipped"), r -> EntityUtils.toString(r.getEntity())));
      try (CloseableHttpResponse response = client.execute(new HttpGet(server + "/error"))) {
        check(response.getCode() == 500);
      }
      forget(client, server);
    }
  }

  private void withOkHttp(String server) throws IOException {
    Cache cache = new Cache(new File(System.getProperty("java.io.tmpdir"), "cache"), 100_000);
    // What watches for timeouts is a static thread that would keep the deployment for a minute.
    OkHttpClient client =
        new OkHttpClient.Builder()
            .connectTimeout(Duration.ZERO)
            .readTimeout(Duration.ZERO)
            .writeTimeout(Duration.ZERO)
            .cache(cache)
            .build();
    try {
      withOkHttp(client, server);
    } finally {
      client.dispatcher().executorService().shutdown();
      client.connectionPool().evictAll();
      cache.close();
      // So would its idle thread, which is static as well.
      ((TaskRunner.RealBackend) TaskRunner.INSTANCE.getBackend()).shutdown();
    }
  }

  private void withOkHttp(OkHttpClient client, String server) throws IOException {
    for (String path : new String[] {"/small", "/error", "/zipped", "/cacheable"}) {
      try (Response response = call(client, server + path).execute()) {
        check(response.body().string());
      }
    }
    CompletableFuture<String> answer = new CompletableFuture<>();
    call(client, server + "/small").enqueue(new Into(answer));
    check(answer.join());
  }

  /** What the application that is all right does not do. */
  void forget(CloseableHttpClient client, String server) throws IOException {}

  private static Call call(OkHttpClient client, String url) {
    return client.newCall(new Request.Builder().url(url).build());
  }

  private void check(String answer) {
    check(answer.equals(SMALL));
  }

  private void check(boolean asExpected) {
    if (!asExpected) {
      throw new AssertionError("not the answer that was asked for");
    }
    answers++;
  }

  private static final class Into implements Callback {

    private final CompletableFuture<String> answer;

    Into(CompletableFuture<String> answer) {
      this.answer = answer;
    }

    @Override
    public void onFailure(Call call, IOException e) {
      answer.completeExceptionally(e);
    }

    @Override
    public void onResponse(Call call, Response response) throws IOException {
      try (response) {
        answer.complete(response.body().string());
      }
    }
  }
}
