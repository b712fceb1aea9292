package dev.ajar.report;

/** The second line: the sums of the run. */
final class SummaryLine {

  static StringBuilder of(Summary summary, TextStyle style) {
    StringBuilder line = tally(new StringBuilder(), summary.clients(), style);
    if (summary.places() > 0) {
      line.append(style.separator()).append("from ");
      line.append(Figures.grouped(summary.places()));
      line.append(summary.places() == 1 ? " place" : " places");
    }
    return line;
  }

  static StringBuilder responses(Summary summary, TextStyle style) {
    return tally(new StringBuilder("responses: "), summary.responses(), style);
  }

  private static StringBuilder tally(StringBuilder line, Tally tally, TextStyle style) {
    line.append("opened ").append(Figures.grouped(tally.opened()));
    always(line, "closed ", tally.closed(), style);
    always(line, "closed during shutdown ", tally.closedDuringShutdown(), style);
    ifAny(line, "closed with their client ", tally.closedWithOwner(), style);
    ifAny(line, "close begun ", tally.closing(), style);
    always(line, "abandoned ", tally.abandoned(), style);
    always(line, "OPEN ", tally.open(), style);
    return line;
  }

  private static void ifAny(StringBuilder line, String label, long count, TextStyle style) {
    if (count > 0) {
      always(line, label, count, style);
    }
  }

  private static void always(StringBuilder line, String label, long count, TextStyle style) {
    line.append(style.separator()).append(label).append(Figures.grouped(count));
  }

  private SummaryLine() {}
}
