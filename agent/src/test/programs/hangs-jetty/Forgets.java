import org.eclipse.jetty.client.HttpClient;

/** Forgets a client whose pool of threads keeps the JVM from ending. */
public class Forgets {

  private static HttpClient kept;

  public static void main(String[] args) throws Exception {
    kept = new HttpClient();
    kept.start();
  }
}
