package dev.ajar.report;

/** What the text says of a finding's scopes and traces, and of the last mark. */
final class LabelLines {

  static void write(Finding finding, Header header, Page page) {
    TextStyle style = page.style();
    scopes(finding, page);
    Traces traces = finding.traces();
    if (traces != null) {
      StringBuilder line = new StringBuilder("first ").append(style.clean(traces.first()));
      if (!traces.last().equals(traces.first())) {
        line.append(", last ").append(style.clean(traces.last()));
      }
      page.prose("traces", line);
    }
    SinceMark since = finding.sinceMark();
    if (since != null && isUnclosed(finding)) {
      StringBuilder line = new StringBuilder(Figures.grouped(since.opened()));
      line.append(" of those open were opened after \"").append(style.clean(since.name()));
      WhenLine.time(line.append("\", "), since.at(), header.asOf());
      page.prose("since mark", line);
    }
  }

  private static void scopes(Finding finding, Page page) {
    StringBuilder line = new StringBuilder();
    for (Scope scope : finding.scopes()) {
      long count = isUnclosed(finding) ? scope.unclosed() : scope.opened();
      if (count > 0) {
        line.append(line.length() > 0 ? ", " : "").append(page.style().clean(scope.name()));
        line.append(" (").append(Figures.grouped(count)).append(')');
      }
    }
    if (finding.moreScoped() > 0) {
      line.append(line.length() > 0 ? ", others (" : "others (");
      line.append(Figures.grouped(finding.moreScoped())).append(')');
    }
    if (line.length() > 0) {
      page.prose("scopes", line);
    }
  }

  private static boolean isUnclosed(Finding finding) {
    return finding.kind().family().equals(Kind.OPEN.family());
  }

  private LabelLines() {}
}
