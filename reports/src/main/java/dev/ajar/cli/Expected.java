package dev.ajar.cli;

import dev.ajar.report.Baseline;
import dev.ajar.report.Report;
import dev.ajar.report.Severity;
import dev.ajar.report.Suppressions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What of a report is expected already, and so fails no build. */
final class Expected {

  @Option(
      names = "--suppressions",
      paramLabel = "FILE",
      description = "File of findings to leave out, one a line, each with a reason.")
  private @Nullable String suppressions;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "An earlier JSON report, or a file that the command baseline wrote.")
  private @Nullable String baseline;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      converter = Word.class,
      description =
          "error, warning or info: the least of what ends in status 1. What is suppressed or in the"
              + " baseline never does. [warning]")
  private Severity failOn = Severity.WARNING;

  /** The report with findings suppressed and marked, as these options ask. */
  Report applyTo(Report report) {
    Report judged = report;
    if (suppressions != null) {
      judged = Suppressions.read(suppressions).applyTo(judged);
    }
    if (baseline != null) {
      judged = Baseline.read(baseline).applyTo(judged);
    }
    return judged;
  }

  /** The exit status that a report asks for. */
  int status(Report report) {
    if (!report.damage().isEmpty()) {
      return ExitStatus.UNREADABLE;
    }
    return report.failing(failOn) == 0 ? ExitStatus.NOTHING : ExitStatus.FINDINGS;
  }

  /** A severity by its word. */
  static final class Word implements ITypeConverter<Severity> {
    @Override
    public Severity convert(String word) {
      try {
        return Severity.of(word);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(
            "expected error, warning or info but was \"" + word + "\"");
      }
    }
  }
}
