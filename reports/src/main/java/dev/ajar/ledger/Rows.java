package dev.ajar.ledger;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Hands out rows of one fixed size from chunks of one kind, in order. Thread-safe. */
final class Rows {

  /** A place of {@code bytes} bytes in a chunk. */
  record Row(ByteBuffer chunk, int start) {}

  private final Chunks chunks;
  private final int kind;
  private final int bytes;
  private final int limit;
  private @Nullable ByteBuffer chunk;
  private int next = Layout.CHUNK_BYTES;
  private int made;

  Rows(Chunks chunks, int kind, int bytes, int limit) {
    this.chunks = chunks;
    this.kind = kind;
    this.bytes = bytes;
    this.limit = limit;
  }

  /** A zeroed row never handed out before, or null at the bound. */
  synchronized @Nullable Row add() {
    if (made == limit) {
      return null;
    }
    if (next + bytes > Layout.CHUNK_BYTES) {
      chunk = chunks.add(kind);
      next = Layout.HEADER_BYTES;
    }
    if (chunk == null) {
      next = Layout.CHUNK_BYTES;
      return null;
    }
    Row row = new Row(chunk, next);
    next += bytes;
    made++;
    return row;
  }
}
