package dev.ajar.report;

import org.jspecify.annotations.Nullable;

/** Writes what proves a finding into its entry of the text, and why that matters. */
final class EvidenceLines {

  static void write(Finding finding, @Nullable Moment asOf, Page page) {
    TextStyle style = page.style();
    Churn churn = finding.churn();
    if (churn != null) {
      ChurnLines.write(churn, page);
    }
    FailedClose failedClose = finding.failedClose();
    if (failedClose != null) {
      FailedCloseLines.write(failedClose, asOf, page);
    }
    LateUse lateUse = finding.lateUse();
    if (lateUse != null) {
      LateUseLines.write(lateUse, page);
    }
    if (finding.kind().family().equals(Kind.OPEN.family())) {
      page.prose("why", style.clean(finding.type().why()));
    }
    page.prose("remedy", style.clean(finding.remedy()));
  }

  private EvidenceLines() {}
}
