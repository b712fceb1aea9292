package dev.ajar.report;

/** Writes what proves a finding into its entry of the text, and why that matters. */
final class EvidenceLines {

  static void write(Finding finding, Page page) {
    TextStyle style = page.style();
    Churn churn = finding.churn();
    if (churn != null) {
      ChurnLines.write(churn, page);
    }
    if (finding.kind().family().equals(Kind.OPEN.family())) {
      page.prose("why", style.clean(finding.type().why()));
    }
    page.prose("remedy", style.clean(finding.remedy()));
  }

  private EvidenceLines() {}
}
