import java.lang.reflect.Method;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/**
 * Does the work of the program that its second argument names, and ends as the first one says. A
 * while after the work it closes a client well: what was open then was in use by nobody, whether
 * the end is known or only that last trace.
 */
public class Twin {

  private static final long A_WHILE = TimeUnit.MILLISECONDS.toNanos(1_200);

  public static void main(String[] args) throws Exception {
    Method work = Class.forName(args[1]).getDeclaredMethod("main", String[].class);
    work.setAccessible(true);
    work.invoke(null, (Object) new String[0]);
    for (long end = System.nanoTime() + A_WHILE; System.nanoTime() < end; ) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
    HttpClients.createDefault().close();
    switch (args[0]) {
      case "exit" -> System.exit(0);
      case "halt" -> Runtime.getRuntime().halt(0);
      default -> {
        System.out.println("ready");
        Thread.currentThread().join();
      }
    }
  }
}
