import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.ToIntFunction;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/** A small web application, to be deployed very often; it keeps its only client open. */
public class KeepsClient implements ToIntFunction<String> {

  private static CloseableHttpClient kept;

  public static void main(String[] args) throws Exception {
    Application.redeploy("KeepsClient");
  }

  @Override
  public int applyAsInt(String server) {
    kept =
        HttpClients.createDefault(); // expect: abandoned piled-up 10 Apache HttpClient 5 client
    try {
      return kept.execute(new HttpGet(server + "/small"), r -> r.getCode() == 200 ? 1 : 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
