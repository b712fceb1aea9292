package dev.ajar.ledger;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Reads the live slots. */
final class LiveRows {

  private final LogReader log;
  private final List<String> damage;
  private final List<Ledger.Live> live = new ArrayList<>();

  LiveRows(LogReader log, List<String> damage) {
    this.log = log;
    this.damage = damage;
  }

  List<Ledger.Live> all() {
    return live;
  }

  void read(ByteBuffer chunk) {
    int index = chunk.getInt(Layout.AT_INDEX);
    for (int start = Layout.HEADER_BYTES;
        start + Layout.LIVE_BYTES <= chunk.limit();
        start += Layout.LIVE_BYTES) {
      ByteBuffer row = Snapshot.of(chunk, start, Layout.LIVE_BYTES);
      int state = row.getInt(Layout.LIVE_STATE);
      if (state == Layout.FREE) {
        continue;
      }
      int slot = index << 16 | (start - Layout.HEADER_BYTES) / Layout.LIVE_BYTES;
      int site = row.getInt(Layout.LIVE_SITE);
      if (state > Layout.CLOSING || state < 0 || log.place(site) == null) {
        damage.add("live slot " + slot + " cannot be read; left out");
        continue;
      }
      live.add(
          new Ledger.Live(
              slot,
              site,
              state == Layout.CLOSING,
              log.text(row.getInt(Layout.LIVE_THREAD)),
              (row.getInt(Layout.LIVE_FLAGS) & Layout.VIRTUAL) != 0,
              row.getLong(Layout.LIVE_OPENED),
              row.getLong(Layout.LIVE_USES),
              row.getLong(Layout.LIVE_FIRST_USED),
              row.getLong(Layout.LIVE_LAST_USED),
              row.getInt(Layout.LIVE_OWNER) - 1));
    }
  }
}
