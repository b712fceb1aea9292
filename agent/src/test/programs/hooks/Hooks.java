import java.io.File;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Keeps five clients open and has a shutdown hook that ends late, or never. */
public class Hooks {

  private static final List<HttpClient> CLIENTS = new ArrayList<>();

  /**
   * @param args what the hook does: {@code wait} until a file {@code go} is there, {@code exit}
   *     once more, or {@code nothing}; then the number of further hooks, which do nothing
   */
  public static void main(String[] args) {
    for (int made = 0; made < 5; made++) {
      CLIENTS.add(HttpClient.newHttpClient());
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> act(args[0]), "closer"));
    for (int hook = 0; hook < Integer.parseInt(args[1]); hook++) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> {}));
    }
    System.out.println("ready");
  }

  private static void act(String what) {
    if (what.equals("exit")) {
      System.exit(9); // the JDK lets this hang for ever
    }
    while (what.equals("wait") && !new File("go").exists()) {
      LockSupport.parkNanos(5_000_000);
    }
  }
}
