package dev.ajar.ledger;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The chunks of one ledger, in file order: mapped from the file as long as it can grow, on the heap
 * after that. Thread-safe.
 */
final class Chunks {

  private final List<ByteBuffer> all = new ArrayList<>();
  private final int limit;
  private final long run;
  private @Nullable LedgerFile file;
  private @Nullable String refusal;

  /**
   * @param limit how many chunks there may be
   * @param run a number that tells this run from others
   */
  Chunks(@Nullable LedgerFile file, int limit, long run) {
    this.file = file;
    this.limit = limit;
    this.run = run;
  }

  /** A new zeroed chunk of the given kind with its header written, or null at the bound. */
  synchronized @Nullable ByteBuffer add(int kind) {
    if (all.size() == limit) {
      return null;
    }
    ByteBuffer chunk = mapped();
    if (chunk == null) {
      chunk = ByteBuffer.allocate(Layout.CHUNK_BYTES);
    }
    chunk.order(ByteOrder.LITTLE_ENDIAN);
    chunk.putInt(Layout.AT_VERSION, Layout.VERSION);
    chunk.putInt(Layout.AT_KIND, kind);
    chunk.putInt(Layout.AT_INDEX, all.size());
    chunk.putInt(Layout.AT_USED, Layout.HEADER_BYTES);
    chunk.putLong(Layout.AT_RUN, run);
    Fences.release();
    chunk.putLong(Layout.AT_MAGIC, Layout.MAGIC);
    all.add(chunk);
    Fences.release();
    all.get(0).putInt(Layout.AT_CHUNKS, all.size());
    return chunk;
  }

  /** Views of all chunks so far, each with a position of its own. */
  synchronized List<ByteBuffer> views() {
    List<ByteBuffer> views = new ArrayList<>();
    for (ByteBuffer chunk : all) {
      views.add(chunk.duplicate().order(ByteOrder.LITTLE_ENDIAN));
    }
    return views;
  }

  /** Why chunks stand on the heap although a file was asked for, or null. */
  synchronized @Nullable String refusal() {
    return refusal;
  }

  private @Nullable ByteBuffer mapped() {
    if (file == null) {
      return null;
    }
    try {
      return file.grow(Layout.CHUNK_BYTES);
    } catch (Exception | InternalError e) { // InternalError: a mapped page that could not be read
      refusal = file.path() + " cannot grow: " + LedgerFile.reason(e);
      file = null;
      return null;
    }
  }
}
