package dev.ajar.ledger;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the live slots. */
final class LiveRows {

  /** The bytes of a slot in use. */
  private record Row(int slot, ByteBuffer bytes) {}

  private final Snapshot snapshot;
  private final List<Row> rows = new ArrayList<>();

  LiveRows(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** Copies the slots of a chunk that are in use. */
  void copy(int index, ByteBuffer chunk) {
    for (int start = Layout.HEADER_BYTES;
        start + Layout.LIVE_BYTES <= chunk.limit();
        start += Layout.LIVE_BYTES) {
      if (chunk.getInt(start + Layout.LIVE_STATE) != Layout.FREE) {
        int slot = index << 16 | (start - Layout.HEADER_BYTES) / Layout.LIVE_BYTES;
        rows.add(new Row(slot, snapshot.of(chunk, start, Layout.LIVE_BYTES)));
      }
    }
  }

  /** The resources of all copied slots. */
  List<Ledger.Live> all(LogReader log, Damage damage) {
    List<Ledger.Live> live = new ArrayList<>();
    for (Row row : rows) {
      int state = row.bytes().getInt(Layout.LIVE_STATE);
      if (state == Layout.FREE) {
        continue; // between the look at its state and the copy
      }
      if (state > Layout.CLOSE_THREW || state < 0 || place(row, log) == null) {
        damage.add("live slot " + row.slot() + " cannot be read; left out");
        continue;
      }
      live.add(live(row, log));
    }
    return live;
  }

  private static LogReader.@Nullable Place place(Row row, LogReader log) {
    return log.place(row.bytes().getInt(Layout.LIVE_SITE));
  }

  private static Ledger.Live live(Row row, LogReader log) {
    ByteBuffer bytes = row.bytes();
    return new Ledger.Live(
        row.slot(),
        bytes.getInt(Layout.LIVE_SITE),
        bytes.getInt(Layout.LIVE_STATE) == Layout.CLOSING,
        closingSince(bytes),
        log.text(bytes.getInt(Layout.LIVE_THREAD)),
        (bytes.getInt(Layout.LIVE_FLAGS) & Layout.VIRTUAL) != 0,
        bytes.getLong(Layout.LIVE_OPENED),
        bytes.getLong(Layout.LIVE_USES),
        bytes.getLong(Layout.LIVE_FIRST_USED),
        bytes.getLong(Layout.LIVE_LAST_USED),
        bytes.getInt(Layout.LIVE_OWNER) - 1,
        (bytes.getInt(Layout.LIVE_FLAGS) & Layout.INSIDE) != 0,
        bytes.getInt(Layout.LIVE_STATE) == Layout.CLOSE_THREW,
        (bytes.getInt(Layout.LIVE_FLAGS) & Layout.IN_VAIN) != 0);
  }

  private static long closingSince(ByteBuffer bytes) {
    int after = bytes.getInt(Layout.LIVE_CLOSING_AFTER);
    return after <= 0 || bytes.getInt(Layout.LIVE_STATE) != Layout.CLOSING
        ? 0
        : bytes.getLong(Layout.LIVE_OPENED) + (after - 1) * 1_000L;
  }
}
