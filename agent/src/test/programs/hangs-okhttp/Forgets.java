import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/** Makes a call in the background, whose thread keeps the JVM from ending for a minute. */
public class Forgets {

  private static OkHttpClient kept;

  public static void main(String[] args) {
    kept = new OkHttpClient();
    Request request = new Request.Builder().url("http://127.0.0.1:1/").build();
    WebSocket unused = kept.newWebSocket(request, new WebSocketListener() {});
  }
}
