import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Gives an executor of its own to clients of the JDK: it changes nothing. */
public class Owner {

  private static final List<Object> KEPT = new ArrayList<>();

  public static void main(String[] args) {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    for (int made = 0; made < 5; made++) {
      HttpClient.Builder builder = HttpClient.newBuilder().executor(executor);
      KEPT.add(builder.build()); // expect: open piled-up 5 java.net.http client
    }
    executor.shutdown();
  }
}
