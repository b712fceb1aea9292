package dev.ajar.agent.exit;

import dev.ajar.report.Baseline;
import dev.ajar.report.Report;
import dev.ajar.report.Suppressions;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a report is measured by: files that are read when it is made, and what follows from it.
 *
 * @param suppressions path of the file of suppressions, or null for none
 * @param baseline path of the baseline, or null for none
 * @param exitCode what to end with, or null to end as the application does
 */
public record Judgement(
    @Nullable String suppressions, @Nullable String baseline, @Nullable ExitCode exitCode)
    implements UnaryOperator<Report> {

  /** Measures nothing. */
  public static final Judgement NONE = new Judgement(null, null, null);

  /** The report with findings suppressed and marked; as it is where that fails. */
  @Override
  public Report apply(Report report) {
    Report judged = report;
    try {
      if (suppressions != null) {
        judged = Suppressions.read(suppressions).applyTo(judged);
      }
      if (baseline != null) {
        judged = Baseline.read(baseline).applyTo(judged);
      }
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      Stderr.line("suppressions and baseline are not applied in full: " + e);
    }
    return judged;
  }
}
