import java.util.concurrent.CountDownLatch;

/** Returns from main while two daemon threads wait for each other's lock. */
public class DeadlockedDaemons {
  public static void main(String[] args) throws InterruptedException {
    Kept.open(args);
    Object left = new Object();
    Object right = new Object();
    CountDownLatch held = new CountDownLatch(2);
    Thread one = daemon(left, right, held);
    Thread other = daemon(right, left, held);
    while (one.getState() != Thread.State.BLOCKED || other.getState() != Thread.State.BLOCKED) {
      Thread.onSpinWait();
    }
    System.out.println("deadlocked");
  }

  private static Thread daemon(Object first, Object second, CountDownLatch held) {
    Thread thread =
        new Thread(
            () -> {
              synchronized (first) {
                held.countDown();
                try {
                  held.await();
                } catch (InterruptedException e) {
                  return;
                }
                synchronized (second) {
                  System.out.println("never printed");
                }
              }
            });
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
