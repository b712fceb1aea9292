import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Load with churn on 16 threads. Once each has forgotten as many clients as it keeps, every second
 * says what the heap holds after a collection, how long the ledger is and which threads Ajar has.
 */
public class Soak {

  private static final int THREADS = 16;

  /**
   * @param args for how many seconds, and whether {@code OtherAgent} is to {@code retransform} all
   *     the while
   */
  public static void main(String[] args) throws Exception {
    int seconds = Integer.parseInt(args[0]);
    boolean retransforms = args.length > 1;
    Counts counts = new Counts();
    CountDownLatch full = new CountDownLatch(THREADS);
    List<Churn> churns = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int at = 0; at < THREADS; at++) {
      Churn churn = new Churn(counts, full);
      churns.add(churn);
      threads.add(new Thread(churn, "load-" + at));
    }
    threads.forEach(Thread::start);
    full.await();
    CountDownLatch never = new CountDownLatch(1);
    for (int second = 0; second < seconds; second++) {
      if (retransforms) {
        Class.forName("OtherAgent").getMethod("main", String[].class).invoke(null, (Object) args);
      }
      never.await(1, TimeUnit.SECONDS); // the length of the run, no synchronisation
      say();
    }
    churns.forEach(Churn::stop);
    for (Thread thread : threads) {
      thread.join();
    }
    for (Churn churn : churns) {
      if (churn.failure() != null) {
        churn.failure().printStackTrace();
      }
    }
    System.out.println("opened " + counts.opened + " closed " + counts.closed);
    System.out.println("forgotten " + counts.forgotten());
    System.exit(0);
  }

  private static void say() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    System.out.println("heap " + (runtime.totalMemory() - runtime.freeMemory()));
    for (File file : new File(System.getProperty("java.io.tmpdir")).listFiles()) {
      if (file.getName().endsWith(".ledger")) {
        System.out.println("ledger " + file.length());
      }
    }
    Map<String, Integer> ofAjar = new TreeMap<>();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("ajar")) {
        ofAjar.merge(thread.getName(), 1, Integer::sum);
      }
    }
    System.out.println("threads " + ofAjar);
  }
}
