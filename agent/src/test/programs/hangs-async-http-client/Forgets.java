import org.asynchttpclient.AsyncHttpClient;
import org.asynchttpclient.Dsl;

/** Forgets a client whose timer keeps the JVM from ending. */
public class Forgets {

  private static AsyncHttpClient kept;

  public static void main(String[] args) {
    kept = Dsl.asyncHttpClient();
  }
}
