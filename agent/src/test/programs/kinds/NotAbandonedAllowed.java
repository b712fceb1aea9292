import java.net.http.HttpClient;
import okhttp3.OkHttpClient;

/** Lets go of a few clients that nobody has to close. */
public class NotAbandonedAllowed {

  private static final Garbage GARBAGE = new Garbage();

  public static void main(String[] args) throws Exception {
    for (int made = 0; made < 4; made++) {
      GARBAGE.add(new OkHttpClient());
      drop();
    }
    GARBAGE.collect();
  }

  private static void drop() {
    GARBAGE.add(HttpClient.newHttpClient());
  }
}
