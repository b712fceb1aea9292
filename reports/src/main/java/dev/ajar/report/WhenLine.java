package dev.ajar.report;

import org.jspecify.annotations.Nullable;

/** When and on which threads a finding's resources were opened, and what became of them. */
final class WhenLine {

  private final Finding finding;
  private final @Nullable Moment asOf;
  private final TextStyle style;

  private WhenLine(Finding finding, Header header, TextStyle style) {
    this.finding = finding;
    this.asOf = header.asOf();
    this.style = style;
  }

  static StringBuilder of(Finding finding, Header header, TextStyle style) {
    return new WhenLine(finding, header, style).line();
  }

  /** A time of day, with the date if it is not the report's. */
  static void time(StringBuilder to, Moment moment, @Nullable Moment asOf) {
    if (asOf == null || !asOf.date().equals(moment.date())) {
      to.append(moment.date()).append(' ');
    }
    to.append(moment.clock());
  }

  /** From the first time to the last, where they differ. */
  static void span(StringBuilder to, Moment first, @Nullable Moment last, @Nullable Moment asOf) {
    boolean two = last != null && last.millis() != first.millis();
    time(to.append(two ? "first " : ""), first, asOf);
    if (last != null && two) {
      time(to.append(", last "), last, asOf);
    }
  }

  private StringBuilder line() {
    StringBuilder when = new StringBuilder();
    Moment first = finding.firstOpened();
    if (first != null) {
      span(when, first, finding.lastOpened(), asOf);
      if (finding.perSecond() != null) {
        when.append(" (").append(Figures.tenths(finding.perSecond())).append(" a second)");
      }
    }
    threads(when);
    if (finding.kind().family().equals(Kind.OPEN.family())) {
      unclosed(when);
    }
    return when;
  }

  private void unclosed(StringBuilder when) {
    when.append(when.length() > 0 ? "; " : "");
    if (finding.kind() == Kind.PARTIAL) {
      when.append("closed ").append(Figures.grouped(finding.counts().closed())).append(" of ");
      when.append(Figures.grouped(finding.counts().opened())).append(", ");
    }
    when.append("no close() seen for ");
    when.append(Figures.grouped(finding.unclosed()));
    if (finding.kind() != Kind.PARTIAL) {
      when.append(" of ").append(Figures.grouped(finding.counts().opened()));
    }
    if (finding.counts().open() > 0 && finding.counts().abandoned() > 0) {
      when.append(", ").append(Figures.grouped(finding.counts().abandoned()));
      when.append(" of them collected while open");
    } else if (finding.counts().abandoned() > 0) {
      when.append(", collected while open");
    }
    if (finding.counts().closing() > 0) {
      when.append("; a close has begun for ").append(Figures.grouped(finding.counts().closing()));
    }
  }

  private void threads(StringBuilder when) {
    Finding.Threads threads = finding.threads();
    if (threads.count() == 0) {
      return;
    }
    when.append(when.length() > 0 ? ", on " : "on ");
    when.append(
        switch (threads.bound()) {
          case EXACT -> "";
          case AT_MOST -> "up to ";
          case AT_LEAST -> "at least ";
        });
    when.append(Figures.grouped(threads.count()));
    when.append(threads.count() == 1 ? " thread" : " threads");
    for (int at = 0; at < threads.names().size(); at++) {
      when.append(at == 0 ? " \"" : ", \"")
          .append(style.clean(threads.names().get(at)))
          .append('"');
    }
    when.append(threads.more() ? " and others" : "");
    if (threads.openingsOnVirtual() > 0) {
      when.append(" (").append(Figures.grouped(threads.openingsOnVirtual()));
      when.append(" on virtual threads)");
    }
  }
}
