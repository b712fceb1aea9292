package dev.ajar.agent.jfr;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Cuts a report into events, which have to be small for JFR's buffers. */
final class ReportParts extends OutputStream {

  private static final int BYTES = 16_000;

  private final int report;
  private final boolean last;
  private final byte[] piece = new byte[BYTES];
  private int filled;
  private int part;

  /**
   * @param report its number
   * @param last whether it is the last one of the run
   */
  ReportParts(int report, boolean last) {
    this.report = report;
    this.last = last;
  }

  @Override
  public void write(int ascii) {
    if (filled == BYTES) {
      commit(true);
    }
    piece[filled++] = (byte) ascii;
  }

  @Override
  public void write(byte[] from, int start, int length) {
    int at = start;
    int left = length;
    while (left > 0) {
      if (filled == BYTES) {
        commit(true);
      }
      int count = Math.min(left, BYTES - filled);
      System.arraycopy(from, at, piece, filled, count);
      filled += count;
      at += count;
      left -= count;
    }
  }

  @Override
  public void close() {
    commit(false);
  }

  private void commit(boolean more) {
    ReportPart event = new ReportPart();
    event.report = report;
    event.last = last;
    event.part = part++;
    event.more = more;
    event.text = new String(piece, 0, filled, StandardCharsets.US_ASCII);
    event.commit();
    filled = 0;
  }
}
