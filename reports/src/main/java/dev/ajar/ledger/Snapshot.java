package dev.ajar.ledger;

import java.nio.ByteBuffer;

/** Copies one row out of a chunk that a writer may be changing at the same time. */
final class Snapshot {

  private static final int TRIES = 1_000;

  /**
   * The row's bytes as they stood between two changes. A writer that died within a change leaves
   * the sequence odd; then, after some tries, the bytes are taken as they are.
   */
  static ByteBuffer of(ByteBuffer chunk, int start, int bytes) {
    ByteBuffer copy = ByteBuffer.allocate(bytes).order(chunk.order());
    for (int attempt = 0; attempt < TRIES; attempt++) {
      int before = chunk.getInt(start);
      Fences.acquire();
      for (int at = 0; at < bytes; at += Long.BYTES) {
        copy.putLong(at, chunk.getLong(start + at));
      }
      Fences.acquire();
      if (before == chunk.getInt(start) && (before & 1) == 0) {
        return copy;
      }
      Thread.onSpinWait();
    }
    return copy;
  }

  private Snapshot() {}
}
