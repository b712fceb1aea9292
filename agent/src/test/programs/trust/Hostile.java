import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/** Names with all that a terminal or a browser could take for more, and URLs that hold secrets. */
public class Hostile {

  private static final String NAME =
      "\u001b[31m\u009b2J\u202e</pre><script>alert(1)</script>\r\nAjar 9.9  pid 1";

  private static final List<Object> KEPT = new ArrayList<>();

  public static void main(String[] args) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> exchange.sendResponseHeaders(204, -1));
    server.start();
    String host = "127.0.0.1:" + server.getAddress().getPort();
    String url = "http://me:geheim@" + host + "/geheim/path;geheim?token=geheim#geheim";
    Thread thread =
        new Thread(
            () -> {
              try {
                for (int made = 0; made < 6; made++) {
                  Opener.open(url);
                }
              } catch (Exception e) {
                e.printStackTrace(System.out);
              }
            },
            NAME);
    thread.start();
    thread.join();
    server.stop(0);
    System.out.println(KEPT.size());
  }

  static class Opener {

    static void open(String url) throws Exception {
      CloseableHttpClient apache = HttpClients.createDefault();
      KEPT.add(apache);
      apache.execute(new HttpGet(url.replace("me:geheim@", "")), response -> null);
      OkHttpClient okhttp = new OkHttpClient();
      KEPT.add(okhttp);
      okhttp.newCall(new Request.Builder().url(url).build()).execute().close();
      java.net.http.HttpClient jdk = java.net.http.HttpClient.newHttpClient();
      KEPT.add(jdk);
      jdk.send(
          HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding());
    }
  }
}
