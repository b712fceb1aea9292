import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** Makes a client for each of many batches, and each does a lot with it. */
public class NoChurnBatches {

  public static void main(String[] args) throws Exception {
    for (int batch = 0; batch < 110; batch++) {
      try (CloseableHttpClient client = HttpClients.createDefault()) {
        for (int call = 0; call < 8; call++) {
          client.execute(
              new HttpGet(Loopback.small()),
              response -> EntityUtils.toByteArray(response.getEntity()).length);
        }
      }
    }
  }
}
