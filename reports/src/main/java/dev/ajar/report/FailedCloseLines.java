package dev.ajar.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the text says of closes that did not close. */
final class FailedCloseLines {

  static void write(FailedClose failed, @Nullable Moment asOf, Page page) {
    TextStyle style = page.style();
    if (failed.threw() > 0) {
      StringBuilder line = new StringBuilder("the close of ");
      line.append(Figures.grouped(failed.threw())).append(" threw");
      page.prose("failed", list(line.append(' '), failed.exceptions(), style));
    }
    if (failed.inVain() > 0) {
      StringBuilder line = new StringBuilder("close() was called ");
      line.append(Figures.grouped(failed.closesInVain()));
      line.append(failed.closesInVain() == 1 ? " time" : " times").append(" on what uses ");
      line.append(failed.inVain() == 1 ? "it" : "them").append(" (");
      list(line, failed.closedInVain(), style);
      line.append("), which leaves open what it was given to share; ");
      line.append(failed.inVain() == 1 ? "it is" : "they are");
      page.prose("failed", line.append(" open still"));
    }
    if (failed.unfinished() > 0) {
      StringBuilder line = new StringBuilder("the close of ");
      line.append(Figures.grouped(failed.unfinished()));
      Moment since = failed.unfinishedSince();
      if (since != null && asOf != null) {
        line.append(" began ");
        line.append(Figures.grouped((asOf.millis() - since.millis()) / 1_000)).append(" s ago");
        line.append(failed.unfinished() == 1 ? " and" : ", or less, and");
      }
      page.prose("failed", line.append(" has not ended"));
    }
    LateUseLines.spots("closed at", failed.closedAt(), page);
    if (failed.more()) {
      page.field("", "and at further places");
    }
  }

  private static StringBuilder list(StringBuilder to, List<String> names, TextStyle style) {
    String before = "";
    for (String name : names) {
      to.append(before).append(style.clean(name));
      before = ", ";
    }
    return to;
  }

  private FailedCloseLines() {}
}
