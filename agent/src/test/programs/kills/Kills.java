import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Random;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/**
 * Eight threads that open and close clients until they are killed. Now and then each writes to
 * standard output, in one write of 40 bytes, how many of its calls have returned: its number, and
 * opened and closed of {@link Own} and of Apache HttpClient, 8 bytes each.
 */
public class Kills {

  private static final int THREADS = 8;
  private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

  public static void main(String[] args) {
    long seed = Long.parseLong(args[0]);
    for (int thread = 0; thread < THREADS; thread++) {
      int number = thread;
      new Thread(() -> work(number, new Random(seed + number))).start();
    }
  }

  private static void work(int thread, Random random) {
    long[] counts = {thread, 0, 0, 0, 0};
    while (true) {
      if (random.nextInt(64) == 0) {
        apache(random, counts);
      } else {
        own(random, counts);
      }
      if (random.nextInt(16) == 0) {
        sync(counts);
      }
    }
  }

  private static void own(Random random, long[] counts) {
    Own own = random.nextBoolean() ? new Own() : another();
    counts[1]++;
    if (random.nextInt(16) > 0) {
      own.close();
      counts[2]++;
    }
  }

  private static Own another() {
    return new Own();
  }

  private static void apache(Random random, long[] counts) {
    CloseableHttpClient client = HttpClients.createMinimal();
    counts[3]++;
    if (random.nextInt(4) > 0) {
      try {
        client.close();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
      counts[4]++;
    }
  }

  private static void sync(long[] counts) {
    ByteBuffer record = ByteBuffer.allocate(8 * counts.length);
    for (long count : counts) {
      record.putLong(count);
    }
    try {
      OUT.write(record.array()); // so few bytes stay together in a pipe
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A client of the application's own. */
  static final class Own {
    private boolean closed;

    void close() {
      closed = true;
    }
  }
}
