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
import org.apache.hc.client5.http.impl.classic.HttpClients;

/** Opens clients before and after Ajar comes, uses the former, and closes none. */
public class Leaves {

  private static final List<CloseableHttpClient> APACHE = new ArrayList<>();
  private static final List<OkHttpClient> OKHTTP = new ArrayList<>();
  private static final List<HttpClient> JDK = new ArrayList<>();

  public static void main(String[] args) throws Exception {
    for (int made = 0; made < 6; made++) {
      APACHE.add(HttpClients.createDefault());
      OKHTTP.add(new OkHttpClient());
      JDK.add(HttpClient.newHttpClient());
    }
    ask();
    Word.of("go");
    ask();
    for (int made = 0; made < 7; made++) {
      APACHE.add(HttpClients.createDefault()); // expect: open piled-up 7 Apache HttpClient 5 client
    }
    OKHTTP.get(0).newCall(request()).execute(); // expect: open 1 OkHttp response
    Word.of("end");
    System.exit(0); // threads of OkHttp's could live on for a while
  }

  private static void ask() throws Exception {
    for (CloseableHttpClient client : APACHE) {
      String unused = askApache(client);
    }
    for (OkHttpClient client : OKHTTP) {
      try (Response response = askOkHttp(client)) {
        String unused = response.body().string();
      }
    }
    for (HttpClient client : JDK) {
      String unused = askJdk(client);
    }
  }

  private static String askApache(CloseableHttpClient client) throws Exception {
    HttpGet get = new HttpGet(Loopback.small());
    return client.execute(get, answer -> "" + answer.getCode()); // expect: information open piled-up 6 Apache HttpClient 5 client
  }

  private static Response askOkHttp(OkHttpClient client) throws Exception {
    return client.newCall(request()).execute(); // expect: information open piled-up 6 OkHttp client
  }

  private static String askJdk(HttpClient client) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(Loopback.small())).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString()).body(); // expect: information open piled-up 6 java.net.http client
  }

  private static Request request() {
    return new Request.Builder().url(Loopback.small()).build();
  }
}
