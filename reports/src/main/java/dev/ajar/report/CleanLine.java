package dev.ajar.report;

/** The one line of a run without findings. */
final class CleanLine {

  static StringBuilder of(Report report, TextStyle style) {
    StringBuilder line = new StringBuilder("Ajar");
    if (report.header().ajar() != null) {
      line.append(' ').append(style.clean(report.header().ajar()));
    }
    if (report.header().nature() != Nature.EXIT) {
      line.append(" (").append(report.header().nature().word()).append(')');
    }
    line.append(": ");
    Tally clients = report.summary().clients();
    Tally responses = report.summary().responses();
    if (clients.opened() == 0 && responses.opened() == 0) {
      line.append("no client opened");
    } else {
      tally(line, clients, "client");
      if (responses.opened() > 0) {
        tally(line.append("; "), responses, "response");
      }
    }
    return line.append("; watched ").append(WatchedLine.inSentence(report.coverage(), style));
  }

  private static void tally(StringBuilder line, Tally tally, String noun) {
    line.append(Figures.grouped(tally.opened())).append(' ').append(noun);
    line.append(tally.opened() == 1 ? " opened" : "s opened");
    long closed = tally.closed() + tally.closedDuringShutdown() + tally.closedWithOwner();
    if (tally.opened() == 0) {
      return;
    }
    if (closed == tally.opened()) {
      line.append(closed == 1 ? ", closed" : ", all closed");
      return;
    }
    line.append(", ").append(Figures.grouped(closed)).append(" closed");
    ifAny(line, tally.closing(), " with a close begun");
    ifAny(line, tally.abandoned(), " collected while open");
    ifAny(line, tally.open(), " open");
  }

  private static void ifAny(StringBuilder line, long count, String what) {
    if (count > 0) {
      line.append(", ").append(Figures.grouped(count)).append(what);
    }
  }

  private CleanLine() {}
}
