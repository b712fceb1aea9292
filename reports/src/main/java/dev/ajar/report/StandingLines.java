package dev.ajar.report;

/** What the text says of suppressions and of the baseline. */
final class StandingLines {

  /** A finding's mark in its title, with blanks before it. */
  static String mark(Finding finding) {
    return switch (finding.standing().novelty()) {
      case NEW -> "   NEW";
      case KNOWN -> "   known";
      case NONE -> "";
    };
  }

  /** The last lines of an entry: what the baseline counted, how to suppress it. */
  static void write(Finding finding, Page page) {
    Long before = finding.standing().before();
    if (before != null && before != finding.subjects()) {
      StringBuilder line = new StringBuilder(Figures.grouped(before)).append(" then, ");
      page.field("baseline", line.append(Figures.grouped(finding.subjects())).append(" now"));
    }
    page.field("suppress", page.style().clean(finding.standing().suppress()));
  }

  /** Adds to the line of sums, where there is a baseline or something is suppressed. */
  static void summary(Report report, StringBuilder line, TextStyle style) {
    Comparison baseline = report.baseline();
    StringBuilder items = new StringBuilder();
    if (baseline != null) {
      item(items, baseline.added(), " new");
      item(items, baseline.known(), " in baseline");
      item(items, baseline.gone(), " gone since");
    }
    int suppressed = report.suppressed().findings().size();
    if (suppressed > 0) {
      item(items, suppressed, " suppressed");
    }
    if (items.length() > 0) {
      line.append(style.separator()).append("findings: ").append(items);
    }
  }

  /** A line for each suppression, as far as the text lists lines. */
  static void write(Suppressed suppressed, Page page) {
    String file = suppressed.file() == null ? "" : suppressed.file();
    int listed = Math.min(suppressed.suppressions().size(), Thresholds.LINES_IN_TEXT);
    for (int at = 0; at < listed; at++) {
      Suppression suppression = suppressed.suppressions().get(at);
      StringBuilder line = what(suppression, page.style());
      line.append(" (").append(page.style().clean(file)).append(':');
      page.path(label(suppression), line.append(suppression.line()).append(')'));
    }
    int more = suppressed.suppressions().size() - listed;
    if (more > 0) {
      page.path("", "and ".concat(Integer.toString(more)).concat(" more suppressions"));
    }
  }

  private static StringBuilder what(Suppression suppression, TextStyle style) {
    StringBuilder line = new StringBuilder();
    if (suppression.expired()) {
      line.append("on ").append(suppression.until()).append(", ");
    }
    if (suppression.matched() > 0) {
      line.append(suppression.expired() ? "would hide " : "");
      line.append(Figures.grouped(suppression.matched()));
      line.append(suppression.matched() == 1 ? " finding, " : " findings, ");
      line.append(Figures.grouped(suppression.resources()))
          .append(suppression.resources() == 1 ? " resource, by " : " resources, by ");
    }
    line.append(style.clean(suppression.pattern())).append(" \"");
    return line.append(style.clean(suppression.reason())).append('"');
  }

  private static String label(Suppression suppression) {
    if (suppression.expired()) {
      return "expired";
    }
    return suppression.matched() > 0 ? "hidden" : "unused";
  }

  private static void item(StringBuilder items, int count, String what) {
    items.append(items.length() > 0 ? ", " : "").append(Figures.grouped(count)).append(what);
  }

  private StandingLines() {}
}
