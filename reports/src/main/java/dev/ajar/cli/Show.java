package dev.ajar.cli;

import dev.ajar.report.JsonReport;
import dev.ajar.report.Report;
import dev.ajar.report.TextReport;
import dev.ajar.report.TextStyle;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a report, or what a ledger says. */
@Command(
    name = "show",
    description = {
      "Shows a report, or what the ledger of a running or killed process says.",
      "Exit status: 0 nothing that --fail-on asks for, 1 findings, 2 the file cannot be read or"
          + " is damaged, 64 wrong usage."
    },
    mixinStandardHelpOptions = true,
    versionProvider = AjarReports.Version.class,
    exitCodeOnInvalidInput = ExitStatus.USAGE)
final class Show implements Callable<Integer> {

  private final PrintStream out;
  private final TextStyle style;

  @Parameters(
      paramLabel = "FILE",
      description = "A JSON report, a ledger, or a recording of Flight Recorder (.jfr).")
  private Path file = Path.of("");

  @Option(names = "--json", description = "Show it as JSON.")
  private boolean json;

  @Mixin private Expected expected = new Expected();

  Show(PrintStream out, TextStyle style) {
    this.out = out;
    this.style = style;
  }

  @Override
  public Integer call() throws IOException {
    Report report = expected.applyTo(ReportFile.read(file));
    if (json) {
      JsonReport.write(report, out);
    } else {
      out.print(TextReport.of(report, style, null));
    }
    return expected.status(report);
  }
}
