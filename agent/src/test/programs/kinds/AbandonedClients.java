import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** Lets go of clients without closing them, and the garbage collector finds them. */
public class AbandonedClients {

  private static final Garbage GARBAGE = new Garbage();

  public static void main(String[] args) throws Exception {
    for (int made = 0; made < 3; made++) {
      drop();
    }
    GARBAGE.collect();
  }

  private static void drop() throws Exception {
    CloseableHttpClient client = HttpClients.createDefault(); // expect: abandoned 3 Apache HttpClient 5 client
    EntityUtils.consume(client.execute(new HttpGet(Loopback.small())).getEntity());
    GARBAGE.add(client);
  }
}
