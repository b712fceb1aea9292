package dev.ajar.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;

/**
 * Reads a ledger, of this process or of another, finished or in use. Damage is named and left out;
 * it is never thrown.
 *
 * <p>Rows are copied before the log is read: a writer logs a place before its row, so that every
 * place that a copied row is of is in the log by then.
 */
public final class LedgerReader {

  private final Damage damage = new Damage();
  private final SiteRows sites;
  private final LiveRows live;
  private final LabelRows labels;
  private final LogReader log = new LogReader(damage);
  private final EnumMap<Loss, Long> losses = new EnumMap<>(Loss.class);

  private LedgerReader(boolean patient) {
    Snapshot snapshot = new Snapshot(patient);
    sites = new SiteRows(snapshot);
    live = new LiveRows(snapshot);
    labels = new LabelRows(snapshot);
    for (Loss loss : Loss.values()) {
      losses.put(loss, 0L);
    }
  }

  /**
   * Reads a ledger file that may have a writer.
   *
   * @throws IOException if it cannot be read at all, or is no ledger
   */
  public static Ledger read(Path path) throws IOException {
    return read(path, true);
  }

  /**
   * Reads a ledger file that has no writer any more: a change that has not ended is not waited for.
   *
   * @throws IOException if it cannot be read at all, or is no ledger
   */
  public static Ledger readEnded(Path path) throws IOException {
    return read(path, false);
  }

  private static Ledger read(Path path, boolean patient) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      LedgerReader reader = new LedgerReader(patient);
      List<ByteBuffer> chunks = chunks(channel);
      int known = chunks.get(0).getInt(Layout.AT_CHUNKS);
      reader.rows(chunks);
      chunks = chunks(channel);
      reader.log(chunks);
      reader.compare(known, chunks.size());
      return reader.ledger();
    } catch (InternalError e) { // what the JDK throws where a mapped page is gone
      throw new IOException("it became shorter while it was read", e);
    }
  }

  /** Reads the ledger of this process. */
  static Ledger read(Chunks chunks) {
    LedgerReader reader = new LedgerReader(true);
    reader.rows(chunks.views());
    reader.log(chunks.views());
    return reader.ledger();
  }

  private static List<ByteBuffer> chunks(FileChannel channel) throws IOException {
    long size = channel.size();
    if (size > (long) Layout.MAX_CHUNKS * Layout.CHUNK_BYTES) {
      throw new IOException("too large for a ledger of Ajar");
    }
    List<ByteBuffer> chunks = new ArrayList<>();
    ByteBuffer all = channel.map(FileChannel.MapMode.READ_ONLY, 0, size);
    for (int start = 0; start + Layout.HEADER_BYTES <= size; start += Layout.CHUNK_BYTES) {
      int bytes = (int) Math.min(Layout.CHUNK_BYTES, size - start);
      chunks.add(all.slice(start, bytes).order(ByteOrder.LITTLE_ENDIAN));
    }
    check(chunks);
    return chunks;
  }

  private static void check(List<ByteBuffer> chunks) throws IOException {
    if (chunks.isEmpty() || chunks.get(0).getLong(Layout.AT_MAGIC) != Layout.MAGIC) {
      throw new IOException("not a ledger of Ajar");
    }
    int version = chunks.get(0).getInt(Layout.AT_VERSION);
    if (version != Layout.VERSION) {
      throw new IOException(
          "a ledger of format " + version + "; this reader knows format " + Layout.VERSION);
    }
  }

  private void rows(List<ByteBuffer> chunks) {
    for (int index = 0; index < chunks.size(); index++) {
      ByteBuffer chunk = chunks.get(index);
      int kind = kind(chunks, index);
      if (kind == Layout.SITES) {
        sites.copy(chunk);
      } else if (kind == Layout.LIVE) {
        live.copy(index, chunk);
      } else if (kind == Layout.LABELS) {
        labels.copy(chunk);
      }
    }
  }

  private void log(List<ByteBuffer> chunks) {
    for (int index = 0; index < chunks.size(); index++) {
      int kind = kind(chunks, index);
      if (kind != Layout.NONE && chunks.get(index).limit() < Layout.CHUNK_BYTES) {
        damage.add("chunk " + index + " is cut off");
      }
      switch (kind) {
        case Layout.LOG -> log.read(index, chunks.get(index));
        case Layout.SITES, Layout.LIVE, Layout.LABELS -> {} // copied already
        case Layout.NONE -> {
          // A writer that is growing its file, or died while it did, has not got to the header.
          if (index < chunks.size() - 1 || chunks.get(index).getLong(Layout.AT_MAGIC) != 0) {
            damage.add("chunk " + index + " has no header; left out");
          }
        }
        default -> damage.add("chunk " + index + " is of no known kind; left out");
      }
    }
    for (Loss loss : Loss.values()) {
      losses.put(loss, Math.max(0, chunks.get(0).getLong(loss.offset())));
    }
  }

  private void compare(int known, int found) {
    if (known > found) {
      damage.add(
          "of " + known + " chunks " + found + " are there: it was cut off or could not grow");
    }
  }

  /** The kind of a chunk, {@link Layout#NONE} where its header is not one of this ledger. */
  private static int kind(List<ByteBuffer> chunks, int index) {
    ByteBuffer chunk = chunks.get(index);
    if (chunk.getLong(Layout.AT_MAGIC) != Layout.MAGIC) {
      return Layout.NONE;
    }
    Fences.acquire();
    return chunk.getInt(Layout.AT_INDEX) == index
            && chunk.getLong(Layout.AT_RUN) == chunks.get(0).getLong(Layout.AT_RUN)
        ? chunk.getInt(Layout.AT_KIND)
        : Layout.NONE;
  }

  private Ledger ledger() {
    return new Ledger(
        log.facts(),
        sites.all(log, damage),
        live.all(log, damage),
        log.incidents(),
        log.codeSources(),
        log.coverage(),
        log.problems(),
        losses,
        log.end(),
        labels.all(log, damage),
        damage.lines(),
        log.held());
  }
}
