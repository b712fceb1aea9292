import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits for the test: until it has made a file of a name. */
final class Word {

  static void of(String name) {
    System.out.println("waits for " + name);
    while (!Files.exists(Path.of(name))) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }

  private Word() {}
}
