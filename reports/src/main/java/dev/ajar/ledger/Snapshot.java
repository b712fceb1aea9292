package dev.ajar.ledger;

import java.nio.ByteBuffer;
import java.util.concurrent.locks.LockSupport;

/**
 * Copies rows out of chunks that a writer may be changing at the same time. One is for one reading,
 * which it holds up for about a second at most.
 */
final class Snapshot {

  private static final int SPINS = 100;
  private static final int LEAST_TRIES = 1_000; // the reader, too, may have been taken off
  private static final long WAIT_NANOS = 100_000;
  private static final long ROW_NANOS = 500_000_000;

  private long nanosLeft;

  /**
   * Copies for one reading.
   *
   * @param patient whether there may be a writer to wait for
   */
  Snapshot(boolean patient) {
    nanosLeft = patient ? 2 * ROW_NANOS : 0;
  }

  /**
   * The row's bytes as they stood between two changes. A writer that was interrupted within a
   * change is waited for. One that died within it leaves the sequence odd for good; then the bytes
   * are taken as they are.
   */
  ByteBuffer of(ByteBuffer chunk, int start, int bytes) {
    ByteBuffer copy = ByteBuffer.allocate(bytes).order(chunk.order());
    int stuck = 0;
    long since = 0;
    for (int attempt = 0; ; attempt++) {
      int before = chunk.getInt(start);
      Fences.acquire();
      for (int at = 0; at < bytes; at += Long.BYTES) {
        copy.putLong(at, chunk.getLong(start + at));
      }
      Fences.acquire();
      if (before == chunk.getInt(start) && (before & 1) == 0) {
        return copy;
      }
      long now = System.nanoTime();
      if (attempt == 0 || before != stuck) { // somebody is at work
        stuck = before;
        since = now;
      }
      if (nanosLeft <= 0 || (attempt >= LEAST_TRIES && now - since > ROW_NANOS)) {
        nanosLeft -= now - since;
        return copy;
      }
      if (attempt < SPINS) {
        Thread.onSpinWait();
      } else {
        LockSupport.parkNanos(WAIT_NANOS);
      }
    }
  }
}
