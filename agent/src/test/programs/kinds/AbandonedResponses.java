import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Lets go of responses without closing them, and the garbage collector finds them. */
public class AbandonedResponses {

  private static final Garbage GARBAGE = new Garbage();
  private static final OkHttpClient CLIENT = new OkHttpClient();

  public static void main(String[] args) throws Exception {
    for (int call = 0; call < 3; call++) {
      drop();
    }
    GARBAGE.collect();
    CLIENT.connectionPool().evictAll();
  }

  private static void drop() throws Exception {
    Request request = new Request.Builder().url(Loopback.error()).build();
    Response response = CLIENT.newCall(request).execute(); // expect: abandoned 3 OkHttp response
    GARBAGE.add(response.body().source());
  }
}
