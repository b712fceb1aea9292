package dev.ajar.ledger;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The append-only part of a ledger. A record is in it as a whole or not at all: the chunk's {@code
 * used} field moves past it only after its last byte is written. Thread-safe.
 */
final class RecordLog {

  private final Chunks chunks;
  private @Nullable ByteBuffer chunk;
  private int chunksLeft;

  /**
   * @param limit how many of the chunks it may take
   */
  RecordLog(Chunks chunks, int limit) {
    this.chunks = chunks;
    this.chunksLeft = limit;
  }

  /** Appends one record; false when there is no room for it. */
  synchronized boolean append(byte kind, Payload payload) {
    int length = (Layout.RECORD_HEADER + payload.size() + 7) & ~7;
    ByteBuffer into = chunkWithRoomFor(length);
    if (into == null) {
      return false;
    }
    int start = into.getInt(Layout.AT_USED);
    into.putInt(start, length);
    into.put(start + 4, kind);
    into.position(start + Layout.RECORD_HEADER);
    into.put(payload.toByteArray());
    Fences.release();
    into.putInt(Layout.AT_USED, start + length);
    return true;
  }

  private @Nullable ByteBuffer chunkWithRoomFor(int length) {
    ByteBuffer current = chunk;
    if (current != null && current.getInt(Layout.AT_USED) + length <= Layout.CHUNK_BYTES) {
      return current;
    }
    if (chunksLeft == 0 || length > Layout.CHUNK_BYTES - Layout.HEADER_BYTES) {
      return null;
    }
    ByteBuffer next = chunks.add(Layout.LOG);
    if (next != null) {
      chunk = next;
      chunksLeft--;
    }
    return next;
  }

  /** The bytes of a record: little-endian ints and longs, strings as length and UTF-8. */
  static final class Payload extends ByteArrayOutputStream {

    Payload number(int value) {
      for (int shift = 0; shift < 32; shift += 8) {
        write(value >> shift);
      }
      return this;
    }

    Payload number(long value) {
      return number((int) value).number((int) (value >> 32));
    }

    /**
     * A string of at most {@value Layout#MAX_STRING_BYTES} bytes, cut there; null is kept as such.
     */
    Payload string(@Nullable String value) {
      if (value == null) {
        return number(-1);
      }
      byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
      int length = Math.min(bytes.length, Layout.MAX_STRING_BYTES);
      number(length);
      write(bytes, 0, length);
      return this;
    }
  }
}
