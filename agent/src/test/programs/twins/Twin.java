import java.lang.reflect.Method;

/** Does the work of the program that its second argument names, and ends as the first one says. */
public class Twin {

  public static void main(String[] args) throws Exception {
    Method work = Class.forName(args[1]).getDeclaredMethod("main", String[].class);
    work.setAccessible(true);
    work.invoke(null, (Object) new String[0]);
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
