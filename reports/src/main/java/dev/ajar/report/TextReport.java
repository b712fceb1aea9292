package dev.ajar.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report as text for people: one entry for each finding, one line for a clean run. */
public final class TextReport {

  private final Report report;
  private final Page page;
  private final TextStyle style;

  private TextReport(Report report, TextStyle style) {
    this.report = report;
    this.page = new Page(style);
    this.style = style;
  }

  /**
   * The text of a report, with a line break at its end.
   *
   * @param file where the whole report lies, named at the end of the text; null for nowhere
   */
  public static String of(Report report, TextStyle style, @Nullable String file) {
    TextReport text = new TextReport(report, style);
    if (report.findings().isEmpty()) {
      text.clean(file);
    } else {
      text.whole(file);
    }
    return text.page.toString();
  }

  private void whole(@Nullable String file) {
    page.line(HeaderLine.of(report.header(), style));
    StringBuilder sums = SummaryLine.of(report.summary(), style);
    StandingLines.summary(report, sums, style);
    page.line(sums);
    if (report.summary().responses().opened() > 0) {
      page.line(SummaryLine.responses(report.summary(), style));
    }
    attached();
    findings();
    information(true);
    page.blank();
    page.footer("watched", WatchedLine.of(report.coverage(), style));
    holds();
    notes();
    String ledger = report.header().ledger();
    if (ledger != null && !ledger.equals("file")) {
      page.footer("ledger", style.clean(ledger));
    }
    if (file != null) {
      String name = style.clean(file);
      page.path("report", name);
      page.path("next", "java -jar ajar-reports.jar show ".concat(name));
    }
  }

  /** One line on what was watched; a few more where there is something to know. */
  private void clean(@Nullable String file) {
    page.line(CleanLine.of(report, style));
    attached();
    information(false);
    notes();
    if (file != null && !report.all().isEmpty()) {
      page.path("report", style.clean(file));
    }
  }

  private void attached() {
    StringBuilder line = HeaderLine.attached(report.header());
    if (line != null) {
      page.line(line);
    }
  }

  private void holds() {
    ProcessHolds holds = report.holds();
    if (holds != null) {
      page.footer("holds", HoldsLines.process(holds));
    } else if (report.header().nature() == Nature.SNAPSHOT) {
      page.footer("holds", "threads, sockets and connections cannot be known from outside");
    }
  }

  private void findings() {
    List<Finding> findings = report.findings();
    int most = Math.min(findings.size(), Thresholds.FINDINGS_IN_TEXT);
    int listed = 0;
    for (int at = 0; at < most && page.lines() < Thresholds.LINES_OF_FINDINGS; at++) {
      listed++;
      page.blank();
      if (findings.get(at).inLibrary() && (at == 0 || !findings.get(at - 1).inLibrary())) {
        page.line("opened by libraries on their own account, when the application called them:");
        page.blank();
      }
      FindingEntry.write(findings.get(at), report.header(), page);
    }
    if (findings.size() > listed) {
      page.blank();
      StringBuilder more = new StringBuilder("and ");
      more.append(Figures.grouped(findings.size() - listed)).append(" more findings");
      page.line(more.append(": see the report"));
    }
  }

  private void information(boolean apart) {
    List<Finding> information = report.information();
    int listed = Math.min(information.size(), Thresholds.INFORMATION_IN_TEXT);
    for (int at = 0; at < listed; at++) {
      if (apart) {
        page.blank();
      }
      InformationEntry.write(information.get(at), report.header(), page);
    }
    if (information.size() > listed) {
      StringBuilder more = new StringBuilder("and ");
      more.append(Figures.grouped(information.size() - listed));
      page.line(more.append(" more pieces of information: see the report"));
    }
  }

  private void notes() {
    ShutdownHooks hooks = report.header().hooks();
    if (hooks != null) {
      HookLines.write(hooks, page, style);
    }
    ProcessHolds holds = report.holds();
    if (holds != null && holds.hang() != null) {
      page.footer("hang", HoldsLines.hang(holds.hang(), report.header().asOf(), style));
    }
    for (String missing : WatchedLine.missing(report.coverage(), style)) {
      page.footer("missing", missing);
    }
    StandingLines.write(report.suppressed(), page);
    lines("unknown", report.header().unknown());
    lines("problems", report.problems());
    for (Shortfall loss : report.losses()) {
      page.footer("losses", loss(loss));
    }
    lines("damage", report.damage());
  }

  private void lines(String label, List<String> lines) {
    int listed = Math.min(lines.size(), Thresholds.LINES_IN_TEXT);
    for (int at = 0; at < listed; at++) {
      page.footer(at == 0 ? label : "", style.clean(lines.get(at)));
    }
    if (lines.size() > listed) {
      page.footer("", "and ".concat(Integer.toString(lines.size() - listed)).concat(" more"));
    }
  }

  private static StringBuilder loss(Shortfall loss) {
    StringBuilder line = new StringBuilder(Figures.grouped(loss.count())).append(' ');
    line.append(loss.text());
    if (loss.option() != null) {
      line.append("; raise ").append(loss.option());
    }
    return line;
  }
}
