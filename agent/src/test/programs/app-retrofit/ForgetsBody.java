import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;

/** Looks at the status only, and leaves the body that Retrofit streams. */
public class ForgetsBody {

  private static final List<Object> KEPT = new ArrayList<>();

  // prints: done
  public static void main(String[] arguments) throws Exception {
    Api api = Making.api(new OkHttpClient());
    for (int call = 0; call < 2; call++) {
      api.converted().execute();
      KEPT.add(api.streamed().execute()); // expect: open 2 OkHttp response
    }
    System.out.println("done");
    System.exit(0);
  }
}
