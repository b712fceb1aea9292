import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Asks once for each of a few tenants, each with a client of its own, and shuts that down. */
public class NoChurnTenants {

  public static void main(String[] args) throws Exception {
    for (int tenant = 0; tenant < 9; tenant++) {
      OkHttpClient client = new OkHttpClient();
      Request request = new Request.Builder().url(Loopback.small()).build();
      try (Response response = client.newCall(request).execute()) {
        response.body().bytes();
      }
      client.dispatcher().executorService().shutdown();
      client.connectionPool().evictAll();
    }
  }
}
