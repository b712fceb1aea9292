/** Says 3 from a thread, while main waits for ever. */
public class ExitInThread {
  public static void main(String[] args) throws InterruptedException {
    Kept.open(args);
    new Thread(() -> System.exit(3), "the one that ends it").start();
    Thread.currentThread().join();
  }
}
