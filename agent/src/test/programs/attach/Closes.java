import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/** Opens clients before and after Ajar comes, and closes all, some without a use in between. */
public class Closes {

  public static void main(String[] args) throws Exception {
    List<CloseableHttpClient> apache = new ArrayList<>();
    List<OkHttpClient> okHttp = new ArrayList<>();
    HttpClient jdk = HttpClient.newHttpClient();
    for (int made = 0; made < 20; made++) {
      apache.add(HttpClients.createDefault());
      okHttp.add(new OkHttpClient());
    }
    CloseableHttpResponse early = execute(apache.get(0));
    askAll(apache, okHttp, jdk);
    Word.of("go");
    early.close();
    askAll(apache.subList(0, 10), okHttp.subList(0, 10), jdk);
    CloseableHttpResponse open = execute(apache.get(1)); // closed with its client, or its manager
    for (CloseableHttpClient client : apache) {
      client.close();
      client.close();
    }
    closeCutOff(open);
    try (CloseableHttpClient client = HttpClients.createDefault()) {
      execute(client).close();
    }
    for (OkHttpClient client : okHttp) {
      client.connectionPool().evictAll();
      client.dispatcher().executorService().shutdown();
    }
    System.out.println("closed");
  }

  private static void askAll(
      List<CloseableHttpClient> apache, List<OkHttpClient> okHttp, HttpClient jdk)
      throws Exception {
    for (CloseableHttpClient client : apache) {
      execute(client).close();
    }
    for (OkHttpClient client : okHttp) {
      Request request = new Request.Builder().url(Loopback.small()).build();
      try (Response response = client.newCall(request).execute()) {
        String unused = response.body().string();
      }
    }
    HttpRequest request = HttpRequest.newBuilder(URI.create(Loopback.small())).build();
    Object unused = jdk.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static void closeCutOff(CloseableHttpResponse response) throws IOException {
    try {
      response.close();
    } catch (SocketException e) {
      // of its body, which had not come yet when its connection was closed
    }
  }

  @SuppressWarnings("deprecation")
  private static CloseableHttpResponse execute(CloseableHttpClient client) throws Exception {
    return client.execute(new HttpGet(Loopback.small()));
  }
}
