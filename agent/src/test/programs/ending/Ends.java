import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;

/** Keeps five clients open and ends as its argument says. */
public class Ends {

  private static final List<HttpClient> CLIENTS = new ArrayList<>();

  public static void main(String[] args) throws Exception {
    if (args[0].equals("hook")) { // the first client of all is made when the JVM ends
      Runtime.getRuntime().addShutdownHook(new Thread(Ends::open));
      return;
    }
    open();
    switch (args[0]) {
      case "throw" -> throw new IllegalStateException("thrown");
      case "exit" -> System.exit(7);
      case "exit-in-thread" -> new Thread(() -> System.exit(7), "the other").start();
      case "halt-in-hook" ->
          Runtime.getRuntime().addShutdownHook(new Thread(() -> Runtime.getRuntime().halt(8)));
      case "wait" -> {
        System.out.println("ready");
        Thread.currentThread().join();
      }
      default -> System.out.println("returns");
    }
  }

  private static void open() {
    for (int made = 0; made < 5; made++) {
      CLIENTS.add(HttpClient.newHttpClient());
    }
  }
}
