package dev.ajar.cli;

import dev.ajar.report.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes down what a report has found, so that later ones can tell what is new. */
@Command(
    name = "baseline",
    description = {
      "Writes the findings of a report as a baseline, to be kept and given to --baseline.",
      "Exit status: 0 written, 2 the file cannot be read or written, or is damaged, 64 wrong usage."
    },
    mixinStandardHelpOptions = true,
    versionProvider = AjarReports.Version.class,
    exitCodeOnInvalidInput = ExitStatus.USAGE)
final class WriteBaseline implements Callable<Integer> {

  private final PrintStream out;

  @Parameters(paramLabel = "FILE", description = "A JSON report, or a ledger.")
  private Path file = Path.of("");

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "Where to write it; an existing file is replaced. [standard output]")
  private @Nullable Path output;

  WriteBaseline(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() throws IOException {
    Report report = ReportFile.read(file);
    if (!report.damage().isEmpty()) { // what is missing in it would be new one day
      throw new IOException(file + ": it is not complete, so it makes no baseline");
    }
    ByteArrayOutputStream baseline = new ByteArrayOutputStream();
    BaselineFile.write(report, baseline);
    if (output == null) {
      baseline.writeTo(out);
      return ExitStatus.NOTHING;
    }
    try {
      Files.write(output, baseline.toByteArray());
    } catch (IOException e) {
      throw new IOException(output + " cannot be written: " + e.getMessage(), e);
    }
    return ExitStatus.NOTHING;
  }
}
