/** Shows what it can see of handlers. */
public class Handler {
  public static void main(String[] args) {
    Thread main = Thread.currentThread();
    System.out.println(Thread.getDefaultUncaughtExceptionHandler());
    System.out.println(main.getUncaughtExceptionHandler() == main.getThreadGroup());
    Status.main2();
    throw new IllegalStateException("thrown");
  }
}
