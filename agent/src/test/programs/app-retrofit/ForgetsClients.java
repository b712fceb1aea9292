import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.http.GET;

/** Makes a Retrofit for each call, which makes itself a client each time. */
public class ForgetsClients {

  private static final List<Object> KEPT = new ArrayList<>();

  // prints: done
  public static void main(String[] arguments) throws Exception {
    for (int call = 0; call < 6; call++) {
      KEPT.add(usage("http://" + Loopback.host() + "/"));
    }
    System.out.println("done");
    System.exit(0);
  }

  static Retrofit usage(String server) throws IOException {
    Retrofit retrofit = new Retrofit.Builder().baseUrl(server).build(); // expect: open piled-up 6 OkHttp client
    System.out.println(retrofit.create(Usage.class).small().execute().body().string());
    return retrofit;
  }

  static Retrofit mended(OkHttpClient shared, String server) throws IOException {
    Retrofit retrofit = new Retrofit.Builder().baseUrl(server).client(shared).build();
    System.out.println(retrofit.create(Usage.class).small().execute().body().string());
    return retrofit;
  }

  interface Usage {
    @GET("small")
    Call<ResponseBody> small();
  }
}
