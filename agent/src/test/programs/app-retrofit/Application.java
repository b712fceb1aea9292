import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import okhttp3.OkHttpClient;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/** Shares one client among its interfaces, and closes what it streams. */
public class Application {

  private static final List<Object> KEPT = new ArrayList<>();

  // prints: done
  public static void main(String[] arguments) throws Exception {
    OkHttpClient client = new OkHttpClient();
    for (int round = 0; round < 2; round++) {
      converted(Making.api(client));
      streamed(Making.api(client));
      fail(Making.refused(client).converted());
      KEPT.add(ForgetsClients.mended(client, "http://" + Loopback.host() + "/"));
    }
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
    System.out.println("done");
    System.exit(0);
  }

  private static void converted(Api api) throws Exception {
    KEPT.add(api.converted().execute().body());
    KEPT.add(api.readAhead().execute());
    KEPT.add(api.failing().execute().errorBody());
    KEPT.add(api.streamedError().execute().errorBody());
    KEPT.add(api.nothing().execute());
    KEPT.add(api.head().execute());
    fail(api.cut());
    KEPT.add(later(api.converted()).get());
    KEPT.add(later(api.failing()).get());
  }

  private static void streamed(Api api) throws Exception {
    try (ResponseBody body = api.streamed().execute().body()) {
      body.byteStream().read();
    }
    ResponseBody twice = api.streamed().execute().body();
    twice.close();
    twice.close();
    KEPT.add(api.streamed().execute().body().bytes());
    later(api.streamed()).get().body().close();
    Call<ResponseBody> canceled = api.streamed();
    try (ResponseBody body = canceled.execute().body()) {
      canceled.cancel();
    }
  }

  private static void fail(Call<?> call) {
    try {
      call.execute();
      throw new AssertionError("was to fail");
    } catch (IOException e) {
      KEPT.add(e);
    }
  }

  private static <T> CompletableFuture<Response<T>> later(Call<T> call) {
    CompletableFuture<Response<T>> answer = new CompletableFuture<>();
    call.enqueue(
        new Callback<T>() {
          @Override
          public void onResponse(Call<T> asked, Response<T> response) {
            answer.complete(response);
          }

          @Override
          public void onFailure(Call<T> asked, Throwable failure) {
            answer.completeExceptionally(failure);
          }
        });
    return answer;
  }
}
