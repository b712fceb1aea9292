package dev.ajar.ledger;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the labels of the places. */
final class LabelRows {

  private final Snapshot snapshot;
  private final List<ByteBuffer> rows = new ArrayList<>();

  LabelRows(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** Copies the rows of a chunk that are in use. */
  void copy(ByteBuffer chunk) {
    for (int start = Layout.HEADER_BYTES;
        start + Layout.LABEL_BYTES <= chunk.limit();
        start += Layout.LABEL_BYTES) {
      if (chunk.getInt(start + Layout.LABEL_SITE) != 0) {
        rows.add(snapshot.of(chunk, start, Layout.LABEL_BYTES));
      }
    }
  }

  /** The labels of all copied rows. */
  List<Ledger.Labels> all(LogReader log, Damage damage) {
    List<Ledger.Labels> labels = new ArrayList<>();
    Set<Integer> sites = new HashSet<>();
    for (ByteBuffer row : rows) {
      int site = row.getInt(Layout.LABEL_SITE) - 1;
      if (!sites.add(site)) {
        damage.add("place " + site + " has labels twice; left out");
        continue;
      }
      if (log.place(site) == null) {
        damage.add("place " + site + " has labels but no stack; left out");
        continue;
      }
      labels.add(
          new Ledger.Labels(
              site,
              scopes(row, log),
              row.getLong(Layout.LABEL_MORE_OPENED),
              row.getLong(Layout.LABEL_MORE_ENDED),
              traces(row)));
    }
    return labels;
  }

  private static List<Ledger.Scope> scopes(ByteBuffer row, LogReader log) {
    List<Ledger.Scope> scopes = new ArrayList<>();
    for (int cell = 0; cell < Layout.SCOPES; cell++) {
      int at = Layout.LABEL_SCOPES + cell * Layout.SCOPE_BYTES;
      int name = row.getInt(at + Layout.SCOPE_NAME);
      if (name != 0) {
        scopes.add(
            new Ledger.Scope(
                log.text(name - 1),
                row.getLong(at + Layout.SCOPE_OPENED),
                row.getLong(at + Layout.SCOPE_ENDED)));
      }
    }
    return scopes;
  }

  private static List<Ledger.Trace> traces(ByteBuffer row) {
    List<Ledger.Trace> traces = new ArrayList<>();
    for (int cell = 0; cell < Layout.TRACES; cell++) {
      int at = Layout.LABEL_TRACES + cell * Layout.TRACE_BYTES;
      StringBuilder id = new StringBuilder(Layout.MAX_TRACE_BYTES);
      for (int next = 0; next < Layout.MAX_TRACE_BYTES; next++) {
        int character = row.get(at + Layout.TRACE_ID + next);
        if (character == 0) {
          break;
        }
        id.append((char) (character & 0x7F));
      }
      if (id.length() > 0) {
        traces.add(new Ledger.Trace(id.toString(), row.getLong(at + Layout.TRACE_OPENED)));
      }
    }
    return traces;
  }
}
