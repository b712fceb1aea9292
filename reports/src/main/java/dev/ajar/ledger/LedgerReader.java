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
 */
public final class LedgerReader {

  private final LogReader log;
  private final List<ByteBuffer> siteChunks = new ArrayList<>();
  private final List<ByteBuffer> liveChunks = new ArrayList<>();
  private final EnumMap<Loss, Long> losses = new EnumMap<>(Loss.class);
  private final List<String> damage = new ArrayList<>();

  private LedgerReader() {
    this.log = new LogReader(damage);
    for (Loss loss : Loss.values()) {
      losses.put(loss, 0L);
    }
  }

  /**
   * Reads a ledger file.
   *
   * @throws IOException if it cannot be read at all, or is no ledger
   */
  public static Ledger read(Path path) throws IOException {
    List<ByteBuffer> chunks = new ArrayList<>();
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      long size = channel.size();
      for (long start = 0; start + Layout.HEADER_BYTES <= size; start += Layout.CHUNK_BYTES) {
        long bytes = Math.min(Layout.CHUNK_BYTES, size - start);
        ByteBuffer chunk = channel.map(FileChannel.MapMode.READ_ONLY, start, bytes);
        chunks.add(chunk.order(ByteOrder.LITTLE_ENDIAN));
      }
    }
    if (chunks.isEmpty() || chunks.get(0).getLong(Layout.AT_MAGIC) != Layout.MAGIC) {
      throw new IOException("not a ledger of Ajar");
    }
    int version = chunks.get(0).getInt(Layout.AT_VERSION);
    if (version != Layout.VERSION) {
      throw new IOException(
          "a ledger of format " + version + "; this reader knows format " + Layout.VERSION);
    }
    return read(chunks);
  }

  /** Reads the chunks of a ledger, in file order and in little-endian order of bytes. */
  static Ledger read(List<ByteBuffer> chunks) {
    LedgerReader reader = new LedgerReader();
    for (int index = 0; index < chunks.size(); index++) {
      reader.sort(index, chunks.get(index), chunks.get(0).getLong(Layout.AT_RUN));
    }
    SiteRows sites = new SiteRows(reader.log, reader.damage);
    for (ByteBuffer chunk : reader.siteChunks) {
      sites.read(chunk);
    }
    LiveRows live = new LiveRows(reader.log, reader.damage);
    for (ByteBuffer chunk : reader.liveChunks) {
      live.read(chunk);
    }
    return new Ledger(
        reader.log.facts(),
        sites.all(),
        live.all(),
        reader.log.coverage(),
        reader.log.problems(),
        reader.losses,
        reader.log.end(),
        reader.damage);
  }

  private void sort(int index, ByteBuffer chunk, long run) {
    if (chunk.getLong(Layout.AT_MAGIC) != Layout.MAGIC || chunk.getLong(Layout.AT_RUN) != run) {
      damage.add("chunk " + index + " has no header; left out");
      return;
    }
    Fences.acquire();
    if (index == 0) {
      for (Loss loss : Loss.values()) {
        losses.put(loss, Math.max(0, chunk.getLong(loss.offset())));
      }
    }
    switch (chunk.getInt(Layout.AT_KIND)) {
      case Layout.LOG -> log.read(index, chunk);
      case Layout.SITES -> siteChunks.add(chunk);
      case Layout.LIVE -> liveChunks.add(chunk);
      default -> damage.add("chunk " + index + " is of no known kind; left out");
    }
  }
}
