package dev.ajar.report;

/** The entry of one thing that is no fault. */
final class InformationEntry {

  static void write(Finding finding, Header header, Page page) {
    TextStyle style = page.style();
    StringBuilder line = new StringBuilder().append(finding.number()).append("  information   ");
    line.append(Figures.grouped(finding.unclosed())).append(style.times());
    line.append(style.clean(finding.type().name())).append(", open");
    Moment first = finding.firstOpened();
    if (first != null) {
      WhenLine.time(line.append(" since "), first, header.asOf());
    }
    line.append(", for most of the process's life").append(StandingLines.mark(finding));
    line.append("   ").append(style.clean(finding.fingerprint()));
    page.line(line);
    page.field("opened at", FindingEntry.openedAt(finding, style));
  }

  private InformationEntry() {}
}
