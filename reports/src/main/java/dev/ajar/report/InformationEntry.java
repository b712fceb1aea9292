package dev.ajar.report;

/** The entry of one thing that is no fault. */
final class InformationEntry {

  static void write(Finding finding, Header header, Page page) {
    TextStyle style = page.style();
    StringBuilder line = new StringBuilder().append(finding.number()).append("  information   ");
    line.append(Figures.grouped(finding.subjects())).append(style.times());
    line.append(style.clean(finding.type().name())).append(", ");
    what(line, finding, header);
    line.append(StandingLines.mark(finding)).append("   ");
    page.line(line.append(style.clean(finding.fingerprint())));
    page.field(FindingEntry.label(finding), FindingEntry.openedAt(finding, style));
    if (finding.applicationScoped()) {
      page.prose("remedy", style.clean(finding.remedy()));
    }
  }

  private static void what(StringBuilder line, Finding finding, Header header) {
    Churn churn = finding.churn();
    if (finding.adopted()) {
      line.append("opened before Ajar came, and not closed since");
    } else if (churn != null) {
      Figures.duration(
          line.append("made and closed again, half of them within "), churn.medianLifeMillis());
      line.append(", but not often");
    } else if (finding.unclosed() == 0) {
      line.append("open until their client was closed; closed ");
      closed(line, finding.counts());
    } else if (finding.kind() == Kind.PARTIAL) {
      line.append("maybe in use as the run was cut off; closed ");
      closed(line, finding.counts());
    } else {
      line.append("open");
      Moment first = finding.firstOpened();
      if (first != null) {
        WhenLine.time(line.append(" since "), first, header.asOf());
      }
      line.append(", for most of the process's life");
    }
  }

  private static void closed(StringBuilder line, Tally counts) {
    line.append(Figures.grouped(counts.closed())).append(" of ");
    line.append(Figures.grouped(counts.opened()));
  }

  private InformationEntry() {}
}
