import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;

/** Keeps five clients open and ends as its argument says. */
public class Status {

  private static final List<HttpClient> CLIENTS = new ArrayList<>();

  public static void main(String[] args) throws Exception {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("hook")));
    String how = args[0];
    if (how.equals("later")) { // the first client is made when main is gone
      Thread main = Thread.currentThread();
      new Thread(() -> after(main)).start();
      return;
    }
    if (how.equals("later-thrown")) {
      Thread main = Thread.currentThread();
      new Thread(() -> after(main)).start();
      throw new IllegalStateException("thrown");
    }
    open();
    switch (how) {
      case "0", "3", "-1", "256" -> System.exit(Integer.parseInt(how));
      case "throw" -> throw new IllegalStateException("thrown");
      case "throw-handled" -> {
        Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> {});
        throw new IllegalStateException("handled, and 1 all the same");
      }
      case "other-throws" -> {
        Thread other = new Thread(Status::fail, "main");
        other.setUncaughtExceptionHandler((thread, thrown) -> {});
        other.start();
        other.join();
      }
      case "in-hook" ->
          Runtime.getRuntime().addShutdownHook(new Thread(() -> Runtime.getRuntime().halt(8)));
      case "wait" -> {
        System.out.println("ready");
        Thread.currentThread().join();
      }
      default -> System.out.println("returns");
    }
  }

  static void main2() {
    open();
  }

  private static void open() {
    for (int made = 0; made < 5; made++) {
      CLIENTS.add(HttpClient.newHttpClient());
    }
  }

  private static void after(Thread main) {
    try {
      main.join();
      open();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void fail() {
    throw new IllegalStateException("of another thread");
  }
}
