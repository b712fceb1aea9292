/** Has a handler of its own for what nobody catches. */
public class OwnHandler {
  public static void main(String[] args) {
    Kept.open(args);
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, thrown) -> System.out.println(thread.getName() + ": " + thrown));
    throw new IllegalStateException("thrown");
  }
}
