import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Closes the responses that are well, and forgets those that are not. */
class ErrorPath {

  static class Refused extends IOException {
    final transient Response response;

    Refused(Response response) {
      this.response = response;
    }
  }

  private static final OkHttpClient CLIENT = new OkHttpClient();
  private static final List<Refused> REFUSALS = new ArrayList<>();

  static void leak() throws IOException {
    for (int call = 0; call < 40; call++) {
      try {
        fetch(call % 10 == 9 ? Loopback.error() : Loopback.small());
      } catch (Refused refused) {
        REFUSALS.add(refused);
      }
    }
  }

  static String fetch(String url) throws IOException {
    Response response = CLIENT.newCall(get(url)).execute(); // expect: partial 4 OkHttp response
    if (!response.isSuccessful()) {
      throw new Refused(response);
    }
    try (response) {
      return response.body().string();
    }
  }

  static void mended() {
    for (int call = 0; call < 40; call++) {
      try {
        mended(call % 10 == 9 ? Loopback.error() : Loopback.small());
      } catch (IOException refused) {
        // There is nothing left to close.
      }
    }
  }

  static String mended(String url) throws IOException {
    try (Response response = CLIENT.newCall(get(url)).execute()) {
      if (!response.isSuccessful()) {
        throw new IOException(url + " answers " + response.code());
      }
      return response.body().string();
    }
  }

  static Request get(String url) {
    return new Request.Builder().url(url).build();
  }
}
