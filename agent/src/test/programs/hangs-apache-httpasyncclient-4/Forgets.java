import org.apache.http.impl.nio.client.CloseableHttpAsyncClient;
import org.apache.http.impl.nio.client.HttpAsyncClients;

/** Forgets a client whose I/O threads keep the JVM from ending. */
public class Forgets {

  private static CloseableHttpAsyncClient kept;

  public static void main(String[] args) {
    kept = HttpAsyncClients.createDefault();
    kept.start();
  }
}
