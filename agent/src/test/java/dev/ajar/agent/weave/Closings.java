package dev.ajar.agent.weave;

import java.io.IOException;

/** Closes of many shapes. Never used as it is compiled, only its woven copy. */
@SuppressWarnings("unused") // called by reflection
public class Closings {

  private final Object held = "held";
  private final boolean fails;

  public Closings(boolean fails) {
    this.fails = fails;
  }

  public void close() throws IOException {
    if (fails) {
      throw new IOException("refused");
    }
  }

  public void empty() {}

  public synchronized long caught(long one, double two) {
    long sum = one;
    for (int at = 0; at < 3; at++) {
      synchronized (held) {
        try {
          close();
          sum += at;
        } catch (IOException e) {
          if (one < 0) {
            throw new IllegalStateException(e);
          }
          double copy = two;
          sum -= (long) copy;
        } finally {
          sum++;
        }
      }
    }
    return sum;
  }

  public static void ofAnother(Closings other) throws IOException {
    other.close();
  }
}
