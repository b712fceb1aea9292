import java.util.ArrayList;
import java.util.List;

/** Makes a Retrofit for each call, which makes itself a client each time. */
public class ForgetsClients {

  private static final List<Object> KEPT = new ArrayList<>();

  // prints: done
  public static void main(String[] arguments) throws Exception {
    for (int call = 0; call < 6; call++) {
      Api api = Making.builder().build().create(Api.class); // expect: open piled-up 6 OkHttp client
      KEPT.add(api);
      KEPT.add(api.converted().execute().body());
    }
    System.out.println("done");
    System.exit(0);
  }
}
