import org.apache.http.HttpHost;
import org.elasticsearch.client.RestClient;

/** Forgets a client whose I/O threads keep the JVM from ending. */
public class Forgets {

  private static RestClient kept;

  public static void main(String[] args) {
    kept = RestClient.builder(new HttpHost("127.0.0.1", 1)).build();
  }
}
