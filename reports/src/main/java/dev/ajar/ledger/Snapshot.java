package dev.ajar.ledger;

import java.nio.ByteBuffer;
import java.util.concurrent.locks.LockSupport;

/**
 * Copies rows out of chunks that a writer may be changing at the same time. One is for one reading,
 * which it does not hold up for more than about two seconds.
 */
final class Snapshot {

  private static final int SPINS = 100;
  private static final int WAITS = 5_000;
  private static final long WAIT_NANOS = 100_000;

  private int waitsLeft = 10_000;

  /**
   * The row's bytes as they stood between two changes. A writer that was interrupted within a
   * change is waited for. One that died within it leaves the sequence odd for good; then the bytes
   * are taken as they are.
   */
  ByteBuffer of(ByteBuffer chunk, int start, int bytes) {
    ByteBuffer copy = ByteBuffer.allocate(bytes).order(chunk.order());
    for (int attempt = 0; attempt < SPINS + WAITS; attempt++) {
      int before = chunk.getInt(start);
      Fences.acquire();
      for (int at = 0; at < bytes; at += Long.BYTES) {
        copy.putLong(at, chunk.getLong(start + at));
      }
      Fences.acquire();
      if (before == chunk.getInt(start) && (before & 1) == 0) {
        return copy;
      }
      if (attempt < SPINS) {
        Thread.onSpinWait();
      } else if (waitsLeft-- > 0) {
        LockSupport.parkNanos(WAIT_NANOS);
      } else {
        return copy;
      }
    }
    return copy;
  }
}
