import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Keeps five clients open, and then does what its first argument says. */
public class Faults {

  private static final int PLACES = 2_000;
  private static final int THREADS = 8;
  private static final int TIMES = 3;
  private static final byte[] SURVIVED = "survived\n".getBytes();

  private static final List<Object> KEPT = new ArrayList<>();
  private static Object[] filler;

  /** A client of the application's own. */
  static final class Own {
    void close() {}
  }

  public static void main(String[] args) throws Exception {
    open();
    switch (args[0]) {
      case "halt" -> Runtime.getRuntime().halt(6);
      case "no-memory" -> fill(1 << 20);
      case "full" -> {
        fillDisk(Path.of(args[1]));
        makePlaces();
      }
      case "places" -> makePlaces();
      case "full-heap" -> workInFullHeap(args[1].equals("emptied"));
      case "exits" -> exitOften();
      case "throws" -> {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("hook")));
        throw new IllegalStateException("thrown");
      }
      case "clock" -> setClockBack();
      default -> System.out.println("returns");
    }
  }

  static void open() {
    for (int made = 0; made < 5; made++) {
      KEPT.add(HttpClient.newHttpClient());
    }
  }

  /** A stack of its own for each number below 2^12. */
  private static void makePlaces() {
    for (int place = 0; place < PLACES; place++) {
      KEPT.add(place(place, 12));
    }
    System.out.println("places made");
  }

  private static Own place(int number, int depth) {
    if (depth == 0) {
      return new Own();
    }
    if ((number & 1) == 0) {
      return place(number >> 1, depth - 1);
    }
    return place(number >> 1, depth - 1);
  }

  private static void fillDisk(Path file) {
    for (int size = 1 << 14; size > 0; size >>= 1) {
      byte[] block = new byte[size];
      try (OutputStream out =
          Files.newOutputStream(
              file,
              java.nio.file.StandardOpenOption.CREATE,
              java.nio.file.StandardOpenOption.APPEND)) {
        while (true) {
          out.write(block);
        }
      } catch (IOException e) {
        // full, but for smaller blocks
      }
    }
  }

  private static void fill(int size) {
    while (true) {
      filler = new Object[] {filler, new byte[size]};
    }
  }

  private static void fillHeap() {
    for (int size = 1 << 16; size > 8; size >>= 3) {
      try {
        fill(size);
      } catch (OutOfMemoryError e) {
        // full, but for smaller blocks
      }
    }
  }

  private static void workInFullHeap(boolean emptied) throws Exception {
    new Own().close();
    CountDownLatch full = new CountDownLatch(1);
    Thread[] threads = new Thread[THREADS];
    for (int thread = 0; thread < THREADS; thread++) {
      threads[thread] = new Thread(() -> work(full));
      threads[thread].start();
    }
    Thread first = new Thread(() -> {}); // whatever has to be loaded for that
    first.start();
    awaitEnd(first);
    FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    fillHeap();
    full.countDown();
    for (int thread = 0; thread < THREADS; thread++) { // an iterator would need memory
      awaitEnd(threads[thread]);
    }
    out.write(SURVIVED);
    if (emptied) {
      filler = null;
      for (int made = 0; made < 3; made++) {
        KEPT.add(new Own());
      }
      out.write(SURVIVED);
    }
  }

  private static void awaitEnd(Thread thread) throws InterruptedException {
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (OutOfMemoryError e) {
        // once more
      }
    }
  }

  private static void work(CountDownLatch full) {
    try {
      full.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    for (int time = 0; time < TIMES; time++) {
      try {
        place(time, 5).close();
        filler = new Object[] {filler, new byte[16]};
      } catch (OutOfMemoryError e) {
        // as it has to be
      }
    }
  }

  private static void exitOften() throws InterruptedException {
    CountDownLatch all = new CountDownLatch(16);
    for (int thread = 0; thread < 16; thread++) {
      new Thread(
              () -> {
                all.countDown();
                try {
                  all.await();
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
                Runtime.getRuntime().exit(7);
              })
          .start();
    }
    Thread.currentThread().join();
  }

  private static void setClockBack() throws IOException {
    long before = System.currentTimeMillis();
    Files.createFile(Path.of("back"));
    Own closed = new Own();
    KEPT.add(new Own());
    closed.close();
    System.out.println(System.currentTimeMillis() < before ? "set back" : "not set back");
  }
}
