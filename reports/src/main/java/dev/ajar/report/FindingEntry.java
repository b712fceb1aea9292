package dev.ajar.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entry of one finding; it can be read alone. */
final class FindingEntry {

  private final Finding finding;
  private final @Nullable Moment asOf;
  private final Page page;
  private final TextStyle style;

  private FindingEntry(Finding finding, Header header, Page page) {
    this.finding = finding;
    this.asOf = header.asOf();
    this.page = page;
    this.style = page.style();
  }

  static void write(Finding finding, Header header, Page page) {
    FindingEntry entry = new FindingEntry(finding, header, page);
    page.line(entry.title());
    page.field("opened at", openedAt(finding, page.style()));
    entry.callers();
    page.prose("when", entry.when());
    entry.requests();
    entry.parts();
    entry.closers();
    page.prose("remedy", page.style().clean(finding.remedy()));
    page.prose("why", page.style().clean(finding.type().why()));
  }

  /** The blamed line, and whether it is another's. */
  static StringBuilder openedAt(Finding finding, TextStyle style) {
    StringBuilder at = new StringBuilder();
    Blame blame = finding.blame();
    if (blame == null) {
      return at.append("places beyond the bound, whose lines were not recorded");
    }
    at.append(style.clean(blame.at()));
    return blame.application() ? at : at.append("   no frame of the application in the stack");
  }

  /** A time of day, with the date if it is not the report's. */
  static void time(StringBuilder to, Moment moment, @Nullable Moment asOf) {
    if (asOf == null || !asOf.date().equals(moment.date())) {
      to.append(moment.date()).append(' ');
    }
    to.append(moment.clock());
  }

  private StringBuilder title() {
    StringBuilder title = new StringBuilder(style.width()).append(finding.number());
    while (title.length() < 2) {
      title.append(' ');
    }
    title.append(' ').append(finding.kind() == Kind.OPEN ? "OPEN" : "ABANDONED");
    title.append(finding.piledUp() ? ", piled up   " : "   ");
    title.append(Figures.grouped(finding.unclosed())).append(style.times());
    title.append(style.clean(finding.type().name()));
    StringBuilder right = new StringBuilder("   ").append(finding.severity().word());
    right.append("   ").append(style.clean(finding.fingerprint()));
    while (title.length() + right.length() < style.width()) {
      title.append(' ');
    }
    return title.append(right);
  }

  private void callers() {
    List<Finding.Caller> callers = finding.callers();
    int listed = Math.min(callers.size(), Thresholds.CALLERS_IN_TEXT);
    for (int at = 0; at < listed; at++) {
      Finding.Caller caller = callers.get(at);
      StringBuilder line = new StringBuilder(style.clean(caller.frame())).append("   ");
      line.append(Figures.grouped(caller.openings()));
      page.field(
          at == 0 ? "called by" : "", line.append(caller.openings() == 1 ? " time" : " times"));
    }
    int more = callers.size() - listed + finding.moreCallers();
    if (more > 0) {
      StringBuilder line = new StringBuilder("and ").append(Figures.grouped(more));
      page.field("", line.append(more == 1 ? " more way" : " more ways"));
    }
  }

  private StringBuilder when() {
    StringBuilder when = new StringBuilder();
    Moment first = finding.firstOpened();
    if (first != null) {
      span(when, first, finding.lastOpened());
      if (finding.perSecond() != null) {
        when.append(" (").append(Figures.tenths(finding.perSecond())).append(" a second)");
      }
    }
    threads(when);
    long stuck = finding.counts().stuck();
    when.append(when.length() > 0 ? "; " : "").append("no close() seen for ");
    when.append(Figures.grouped(Math.max(0, finding.unclosed() - stuck))).append(" of ");
    when.append(Figures.grouped(finding.counts().opened()));
    if (finding.kind() == Kind.OPEN && finding.counts().abandoned() > 0) {
      when.append(", ").append(Figures.grouped(finding.counts().abandoned()));
      when.append(" of them collected while open");
    } else if (finding.kind() == Kind.ABANDONED) {
      when.append(", collected while open");
    }
    if (stuck > 0) {
      when.append("; for ").append(Figures.grouped(stuck)).append(" a close began more than ");
      when.append(Thresholds.CLOSE_MILLIS / 1_000).append(" s ago and has not ended");
    }
    if (finding.counts().closing() > 0) {
      when.append("; a close has begun for ").append(Figures.grouped(finding.counts().closing()));
    }
    return when;
  }

  private void span(StringBuilder to, Moment first, @Nullable Moment last) {
    boolean two = last != null && last.millis() != first.millis();
    time(to.append(two ? "first " : ""), first, asOf);
    if (last != null && two) {
      time(to.append(", last "), last, asOf);
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

  private void requests() {
    Finding.Requests requests = finding.requests();
    if (requests.count() == 0) {
      return;
    }
    StringBuilder line = new StringBuilder(Figures.grouped(requests.count()));
    Moment first = requests.first();
    if (first != null) {
      span(line.append(", "), first, requests.last());
    }
    for (int at = 0; at < requests.hosts().size(); at++) {
      line.append(at == 0 ? "; to " : ", ").append(style.clean(requests.hosts().get(at)));
    }
    page.prose("requests", line.append(requests.more() ? " and others" : ""));
  }

  private void parts() {
    StringBuilder line = new StringBuilder();
    for (Finding.Part part : finding.parts()) {
      line.append(line.length() > 0 ? ", " : "").append(Figures.grouped(part.count()));
      line.append(style.times()).append(style.clean(part.name()));
    }
    StringBuilder more = HoldsLines.of(finding.holds(), style);
    line.append(line.length() > 0 && more.length() > 0 ? "; " : "").append(more);
    field("still holds", line);
    field("sockets", HoldsLines.sockets(finding.holds(), style));
    field("exhausted", HoldsLines.exhausted(finding.holds()));
  }

  private void field(String label, StringBuilder line) {
    if (line.length() > 0) {
      page.prose(label, line);
    }
  }

  private void closers() {
    for (int at = 0; at < finding.closers().size(); at++) {
      Finding.Closer closer = finding.closers().get(at);
      StringBuilder line = new StringBuilder(style.clean(closer.frame()));
      line.append(closer.ofThisPlace() ? " closes some of these" : " closes this type elsewhere");
      page.field(at == 0 ? "closed at" : "", line);
    }
  }
}
