package dev.ajar.ledger;

import java.nio.ByteBuffer;

/**
 * The ledger's labels of one place: under which scopes and traces of the application resources were
 * opened there. Thread-safe; every count is exact.
 */
public final class LabelRow {

  /** How many scopes a row has cells for; cell {@value} stands for all further ones. */
  public static final int SCOPES = Layout.SCOPES;

  /** How many traces a row has cells for. */
  public static final int TRACES = Layout.TRACES;

  /** The longest trace id that a cell holds, in characters. */
  public static final int MAX_TRACE = Layout.MAX_TRACE_BYTES;

  private final ByteBuffer chunk;
  private final int start;

  LabelRow(int site, Rows.Row row) {
    this.chunk = row.chunk();
    this.start = row.start();
    begin();
    chunk.putInt(start + Layout.LABEL_SITE, site + 1);
    end();
  }

  /**
   * Gives a cell to a scope.
   *
   * @param cell from 0, below {@link #SCOPES}
   * @param text number of its name
   */
  public synchronized void scope(int cell, int text) {
    begin();
    chunk.putInt(scope(cell) + Layout.SCOPE_NAME, text + 1);
    end();
  }

  /** Counts an opening in the scope of a cell. */
  public synchronized void opened(int cell) {
    add(cell < SCOPES ? scope(cell) + Layout.SCOPE_OPENED : start + Layout.LABEL_MORE_OPENED);
  }

  /**
   * Counts one opened in the scope of a cell whose close has begun, or that went with its owner.
   */
  public synchronized void ended(int cell) {
    add(cell < SCOPES ? scope(cell) + Layout.SCOPE_ENDED : start + Layout.LABEL_MORE_ENDED);
  }

  /**
   * Puts a trace into a cell.
   *
   * @param cell from 0, below {@link #TRACES}
   * @param opened when something was opened in it, in ms since the epoch
   * @param id ASCII, at most {@link #MAX_TRACE} characters; empty: the cell is free again
   */
  public synchronized void trace(int cell, long opened, String id) {
    int at = start + Layout.LABEL_TRACES + cell * Layout.TRACE_BYTES;
    begin();
    chunk.putLong(at + Layout.TRACE_OPENED, opened);
    for (int next = 0; next < Layout.MAX_TRACE_BYTES; next++) {
      chunk.put(at + Layout.TRACE_ID + next, next < id.length() ? (byte) id.charAt(next) : 0);
    }
    end();
  }

  private int scope(int cell) {
    return start + Layout.LABEL_SCOPES + cell * Layout.SCOPE_BYTES;
  }

  private void add(int at) {
    begin();
    chunk.putLong(at, chunk.getLong(at) + 1);
    end();
  }

  private void begin() {
    chunk.putInt(start, chunk.getInt(start) + 1);
    Fences.release();
  }

  private void end() {
    Fences.release();
    chunk.putInt(start, chunk.getInt(start) + 1);
  }
}
