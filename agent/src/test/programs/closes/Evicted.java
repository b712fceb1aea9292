import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Its idle connections are closed now and then; it is used on. */
class Evicted {

  public static void main(String[] arguments) throws Exception {
    OkHttpClient client = new OkHttpClient();
    for (int round = 0; round < 3; round++) {
      Request request = new Request.Builder().url(Loopback.small()).build();
      try (Response response = client.newCall(request).execute()) {
        response.body().bytes();
      }
      client.connectionPool().evictAll();
    }
  }
}
