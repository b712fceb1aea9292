import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Closes the responses that are well, and forgets those that are not. */
public class PartialResponse {

  private static final List<Object> KEPT = new ArrayList<>();
  private static final OkHttpClient CLIENT = new OkHttpClient();

  public static void main(String[] args) {
    for (int call = 0; call < 40; call++) {
      try {
        call(call % 10 == 9 ? Loopback.error() : Loopback.small());
      } catch (Exception e) {
        KEPT.add(e);
      }
    }
  }

  private static int call(String url) throws Exception {
    Request request = new Request.Builder().url(url).build();
    Response response = CLIENT.newCall(request).execute(); // expect: partial 4 OkHttp response
    KEPT.add(response);
    if (!response.isSuccessful()) {
      throw new IllegalStateException(response.message());
    }
    byte[] body = response.body().bytes();
    response.close();
    return body.length;
  }
}
