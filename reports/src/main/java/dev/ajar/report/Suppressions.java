package dev.ajar.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A file of suppressions, and what it does to a report. The findings it hides move to a list of
 * their own; nothing else changes, so that it can be put to a report that was made before.
 */
public final class Suppressions {

  /** How each problem with such a file begins. */
  static final String PROBLEM = "suppressions ";

  private final String name;
  private final SuppressionFile file;

  private Suppressions(String name, SuppressionFile file) {
    this.name = name;
    this.file = file;
  }

  /**
   * Reads a file. Never throws: what is wrong with it will be in the report's problems.
   *
   * @param file its path; a relative one is taken from the working directory
   */
  public static Suppressions read(String file) {
    return new Suppressions(file, SuppressionFile.read(file));
  }

  /**
   * The report with what this file hides in {@link Report#suppressed}, and with nothing there that
   * another file hid.
   */
  public Report applyTo(Report report) {
    List<SuppressionLine> lines = file.lines();
    int[] findings = new int[lines.size()];
    long[] resources = new long[lines.size()];
    List<Finding> all = new ArrayList<>();
    for (Finding finding : report.all()) {
      Integer by = null;
      for (int at = 0; at < lines.size(); at++) {
        SuppressionLine line = lines.get(at);
        if (line.pattern().matches(finding, report.coverage())) {
          findings[at]++;
          resources[at] = Figures.count(resources[at] + finding.subjects());
          boolean holds = !line.expired(report.header().asOf());
          by = by == null && holds ? Integer.valueOf(line.number()) : by;
        }
      }
      all.add(finding.with(finding.standing().suppressedBy(by)));
    }
    List<Suppression> suppressions = new ArrayList<>();
    for (int at = 0; at < lines.size(); at++) {
      suppressions.add(suppression(lines.get(at), report, findings[at], resources[at]));
    }
    return report
        .without(PROBLEM)
        .with(file.problems())
        .with(all, new Suppressed(name, suppressions, List.of()), report.baseline());
  }

  private static Suppression suppression(
      SuppressionLine line, Report report, int findings, long resources) {
    return new Suppression(
        line.number(),
        line.pattern().text(),
        line.reason(),
        line.until() == null ? null : line.until().toString(),
        line.expired(report.header().asOf()),
        findings,
        resources);
  }
}
