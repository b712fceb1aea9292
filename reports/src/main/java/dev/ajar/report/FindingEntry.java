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
    page.field(label(finding), openedAt(finding, page.style()));
    entry.source();
    entry.cause();
    entry.callers();
    page.prose("when", WhenLine.of(finding, header, page.style()));
    entry.requests();
    LabelLines.write(finding, header, page);
    entry.parts();
    if (finding.failedClose() == null && finding.lateUse() == null) {
      entry.closers();
    }
    EvidenceLines.write(finding, header.asOf(), page);
    StandingLines.write(finding, page);
  }

  /** What the blamed line did. */
  static String label(Finding finding) {
    return finding.adopted() ? "first seen at" : "opened at";
  }

  /** The blamed line, and whether it is another's. */
  static StringBuilder openedAt(Finding finding, TextStyle style) {
    StringBuilder at = new StringBuilder();
    Blame blame = finding.blame();
    if (blame == null) {
      return at.append("places beyond the bound, whose lines were not recorded");
    }
    at.append(style.clean(blame.at()));
    Cause cause = finding.cause();
    if (cause != null && cause.frame().equals(blame.at())) {
      at.append("   in ").append(style.clean(cause.jar()));
    }
    return blame.application() || (cause != null && cause.trigger() != null)
        ? at
        : at.append("   no frame of the application in the stack");
  }

  private void source() {
    String source = finding.source();
    if (source != null) {
      page.field("", "    ".concat(style.clean(source)));
    }
  }

  private void cause() {
    Cause cause = finding.cause();
    Blame blame = finding.blame();
    if (cause != null && !(blame != null && cause.frame().equals(blame.at()))) {
      StringBuilder line = new StringBuilder(style.clean(cause.frame()));
      page.field("made by", line.append("   in ").append(style.clean(cause.jar())));
    }
  }

  private StringBuilder title() {
    StringBuilder title = new StringBuilder(style.width()).append(finding.number());
    while (title.length() < 2) {
      title.append(' ');
    }
    title.append(' ').append(finding.kind().title());
    title.append(finding.piledUp() ? ", piled up" : "");
    title.append(finding.adopted() ? ", from before Ajar came   " : "   ");
    title.append(Figures.grouped(finding.subjects())).append(style.times());
    title.append(style.clean(finding.type().name()));
    StringBuilder right = new StringBuilder("   ").append(finding.severity().word());
    right.append(StandingLines.mark(finding));
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
      line.append(caller.openings() == 1 ? " time" : " times");
      if (finding.kind() == Kind.PARTIAL && caller.unclosed() > 0) {
        line.append(", ").append(Figures.grouped(caller.unclosed())).append(" not closed");
      }
      page.field(at == 0 ? "called by" : "", line);
    }
    int more = callers.size() - listed + finding.moreCallers();
    if (more > 0) {
      StringBuilder line = new StringBuilder("and ").append(Figures.grouped(more));
      page.field("", line.append(more == 1 ? " more way" : " more ways"));
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
      WhenLine.span(line.append(", "), first, requests.last(), asOf);
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
    String label = "closed at";
    boolean own = !finding.closers().isEmpty() && finding.closers().get(0).ofThisPlace();
    for (Finding.Closer closer : finding.closers()) {
      if (closer.ofThisPlace() == own) {
        StringBuilder line = new StringBuilder(style.clean(closer.frame()));
        page.field(label, line.append(own ? "" : "   closes others of this type"));
        label = "";
      }
    }
  }
}
