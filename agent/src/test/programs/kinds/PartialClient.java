import java.util.ArrayList;
import java.util.List;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.util.EntityUtils;

/** Closes the clients of jobs that end well, and forgets those of jobs that fail. */
public class PartialClient {

  private static final List<Object> KEPT = new ArrayList<>();

  public static void main(String[] args) {
    for (int job = 0; job < 30; job++) {
      try {
        job(job);
      } catch (Exception e) {
        KEPT.add(e);
      }
    }
  }

  private static void job(int number) throws Exception {
    CloseableHttpClient client = HttpClients.createDefault(); // expect: partial 3 Apache HttpClient 4 client
    KEPT.add(client);
    for (int call = 0; call < 8; call++) {
      EntityUtils.consume(client.execute(new HttpGet(Loopback.small())).getEntity());
    }
    if (number % 10 == 9) {
      throw new IllegalStateException("job " + number);
    }
    client.close();
  }
}
