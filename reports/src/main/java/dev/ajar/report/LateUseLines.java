package dev.ajar.report;

import java.util.List;

/** What the text says of uses after the close. */
final class LateUseLines {

  static void write(LateUse lateUse, Page page) {
    StringBuilder used = new StringBuilder("used ").append(Figures.grouped(lateUse.uses()));
    used.append(lateUse.uses() == 1 ? " time" : " times");
    used.append("; requests fail from then on");
    page.prose("after close", used);
    spots("used at", lateUse.usedAt(), page);
    spots("closed at", lateUse.closedAt(), page);
    if (lateUse.more()) {
      page.field("", "and at further places");
    }
  }

  /** One line for each, with the names of its threads. */
  static void spots(String label, List<Spot> spots, Page page) {
    TextStyle style = page.style();
    String first = label;
    for (Spot spot : spots) {
      StringBuilder line = new StringBuilder(style.clean(spot.frame()));
      String before = "   on \"";
      for (String thread : spot.threads()) {
        line.append(before).append(style.clean(thread)).append('"');
        before = ", \"";
      }
      page.field(first, line);
      first = "";
    }
  }

  private LateUseLines() {}
}
