import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Shuts down a client after each call, though nobody would have to close it at all. */
public class ChurnOkHttp {

  public static void main(String[] args) throws Exception {
    for (int call = 0; call < 120; call++) {
      call();
    }
  }

  private static void call() throws Exception {
    OkHttpClient client = new OkHttpClient(); // expect: churn 120 OkHttp client
    Request request = new Request.Builder().url(Loopback.small()).build();
    try (Response response = client.newCall(request).execute()) {
      response.body().bytes();
    }
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
