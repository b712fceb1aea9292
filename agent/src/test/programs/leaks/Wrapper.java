import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Makes a wrapper for each tenant, and with it a client that no caller can see. */
class Wrapper {

  private static final List<Api> APIS = new ArrayList<>();

  static void leak() throws IOException {
    for (int tenant = 0; tenant < 8; tenant++) {
      Api api = new Api("tenant-" + tenant);
      api.usage();
      APIS.add(api);
    }
  }

  static class Api {
    private final OkHttpClient client = new OkHttpClient(); // expect: open piled-up 8 OkHttp client
    private final String tenant;

    Api(String tenant) {
      this.tenant = tenant;
    }

    String usage() throws IOException {
      try (Response response = client.newCall(get(tenant)).execute()) {
        return response.body().string();
      }
    }
  }

  static void mended() throws IOException {
    OkHttpClient client = new OkHttpClient();
    for (int tenant = 0; tenant < 8; tenant++) {
      new LeanApi(client, "tenant-" + tenant).usage();
    }
  }

  record LeanApi(OkHttpClient client, String tenant) {

    String usage() throws IOException {
      try (Response response = client.newCall(get(tenant)).execute()) {
        return response.body().string();
      }
    }
  }

  static Request get(String tenant) {
    return new Request.Builder().url(Loopback.small() + "?of=" + tenant).build();
  }
}
