import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Leaves the one client that it shares to the end of the process, as its library allows. */
public class NotOpenSingleton {

  private static final OkHttpClient OKHTTP = new OkHttpClient();
  private static final HttpClient JDK = HttpClient.newHttpClient();

  public static void main(String[] args) throws Exception {
    for (int call = 0; call < 20; call++) {
      Request request = new Request.Builder().url(Loopback.small()).build();
      try (Response response = OKHTTP.newCall(request).execute()) {
        response.body().bytes();
      }
      JDK.send(
          HttpRequest.newBuilder(URI.create(Loopback.small())).build(), BodyHandlers.discarding());
    }
  }
}
