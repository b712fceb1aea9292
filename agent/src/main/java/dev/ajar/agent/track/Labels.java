package dev.ajar.agent.track;

import dev.ajar.ledger.LabelRow;
import dev.ajar.ledger.LedgerWriter;
import org.jspecify.annotations.Nullable;

/** Under which scopes and traces resources were opened at one place, a few of each. Thread-safe. */
final class Labels {

  private final LedgerWriter ledger;
  private final LabelRow row;
  private final @Nullable String[] scopes = new String[LabelRow.SCOPES];
  private final @Nullable Tracked[] traced = new Tracked[LabelRow.TRACES];

  Labels(LedgerWriter ledger, LabelRow row) {
    this.ledger = ledger;
    this.row = row;
  }

  /** One was opened; it keeps the cells that it counts in. */
  synchronized void opened(Tracked tracked, @Nullable String scope, @Nullable String trace) {
    if (scope != null) {
      int cell = cell(scope);
      row.opened(cell);
      tracked.scopeCell = (byte) (cell + 1);
    }
    if (trace != null) {
      int cell = cellForTrace();
      traced[cell] = tracked;
      row.trace(cell, tracked.opened, trace);
    }
  }

  /** The close of one has begun, or it went with its owner. */
  synchronized void ended(Tracked tracked) {
    if (tracked.scopeCell != 0) {
      row.ended(tracked.scopeCell - 1);
      tracked.scopeCell = 0;
    }
    for (int cell = 0; cell < traced.length; cell++) {
      if (traced[cell] == tracked) {
        traced[cell] = null;
        row.trace(cell, 0, "");
      }
    }
  }

  /** The cell of a scope, or the one for all further ones. */
  private int cell(String scope) {
    for (int cell = 0; cell < scopes.length; cell++) {
      String known = scopes[cell];
      if (known == null) {
        int text = ledger.text(scope);
        if (text < 0) {
          break;
        }
        scopes[cell] = scope;
        row.scope(cell, text);
        return cell;
      }
      if (known.equals(scope)) {
        return cell;
      }
    }
    return scopes.length;
  }

  /** A free cell, or the one of the latest: so the first stays, and the last comes in. */
  private int cellForTrace() {
    int latest = 0;
    long opened = Long.MIN_VALUE;
    for (int cell = 0; cell < traced.length; cell++) {
      Tracked holder = traced[cell];
      if (holder == null) {
        return cell;
      }
      if (holder.opened >= opened) {
        latest = cell;
        opened = holder.opened;
      }
    }
    return latest;
  }
}
