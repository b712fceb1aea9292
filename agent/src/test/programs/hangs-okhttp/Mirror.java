import java.io.IOException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Makes a call in the background and forgets that its thread lives on for a minute. */
public class Mirror {

  static final OkHttpClient CLIENT = new OkHttpClient();

  public static void main(String[] args) {
    copy("http://127.0.0.1:1/");
  }

  static void copy(String url) {
    Request request = new Request.Builder().url(url).build();
    CLIENT.newCall(request).enqueue(new Callback() {
      @Override
      public void onResponse(Call call, Response response) {
        response.close();
      }

      @Override
      public void onFailure(Call call, IOException e) {
        System.out.println("failed");
      }
    });
  }
}
