package dev.ajar.cli;

import dev.ajar.report.Header;
import dev.ajar.report.JsonFile;
import dev.ajar.report.JsonReport;
import dev.ajar.report.Report;
import dev.ajar.report.ReportName;
import dev.ajar.report.SourceLines;
import dev.ajar.report.TextReport;
import dev.ajar.report.TextStyle;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the reports that processes could not make, from the ledgers that they left. */
@Command(
    name = "recover",
    description = {
      "Makes the report of a process that was killed or halted, or that crashed, from its ledger.",
      "Exit status: 0 nothing that --fail-on asks for, 1 findings, 2 a file cannot be read or"
          + " written or is damaged, or the process of a FILE runs, 64 wrong usage."
    },
    mixinStandardHelpOptions = true,
    versionProvider = AjarReports.Version.class,
    exitCodeOnInvalidInput = ExitStatus.USAGE)
final class Recover implements Callable<Integer> {

  private static final String NAME = "ajar-%s-%h-%p-%t";

  private final PrintStream out;
  private final PrintStream err;
  private final TextStyle style;
  private int status = ExitStatus.NOTHING;
  private int reports;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|DIR",
      description =
          "A ledger, a recording of Flight Recorder (.jfr), or a directory with ledgers: those of"
              + " running processes are left.")
  private List<Path> given = new ArrayList<>();

  @Option(names = "--json", description = "Print JSON; of several ledgers one after another.")
  private boolean json;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description =
          "Write each report as JSON into this directory too, named as the agent does; never"
              + " over an existing file.")
  private @Nullable Path output;

  @Option(
      names = "--delete",
      description = "Remove each ledger once its report is written by --output, unless damaged.")
  private boolean delete;

  @Mixin private Expected expected = new Expected();

  Recover(PrintStream out, PrintStream err, TextStyle style) {
    this.out = out;
    this.err = err;
    this.style = style;
  }

  @Override
  public Integer call() throws IOException {
    if (delete && output == null && spec != null) {
      throw new ParameterException(spec.commandLine(), "--delete needs --output");
    }
    if (output != null && !Files.isDirectory(output)) {
      throw new IOException(output + ": no such directory");
    }
    for (Path path : given) {
      if (!Files.isDirectory(path)) {
        recover(path, true);
        continue;
      }
      int before = reports;
      for (Path file : ledgers(path)) {
        recover(file, false);
      }
      if (reports == before) {
        say(path + ": no ledger of a process that is gone");
      }
    }
    return status;
  }

  private List<Path> ledgers(Path directory) {
    try {
      return FoundLedger.in(directory);
    } catch (IOException e) {
      fail(directory, e);
      return List.of();
    }
  }

  /**
   * Recovers one.
   *
   * @param named whether the user asked for this very file
   */
  private void recover(Path file, boolean named) {
    try {
      if (named && Files.isRegularFile(file) && Recording.is(file)) {
        recovered(file, Recording.read(file));
        return;
      }
      FoundLedger found = FoundLedger.read(file);
      if (found.fate() == Fate.RUNS) {
        say(file + ": left, its process runs: pid " + WatchedProcess.pid(found.ledger()));
        raise(named ? ExitStatus.UNREADABLE : ExitStatus.NOTHING);
        return;
      }
      Report report = recovered(file, found.report(SourceLines.below(Path.of(""))));
      if (delete) {
        delete(found, report, named);
      }
    } catch (IOException e) {
      fail(file, e);
    }
  }

  /** Judges a report, writes and prints it. */
  private Report recovered(Path file, Report made) throws IOException {
    Report report = expected.applyTo(made);
    raise(expected.status(report));
    Path written = output == null ? null : JsonFile.write(report, output + "/" + name(report));
    print(file, report, written);
    return report;
  }

  private void print(Path file, Report report, @Nullable Path written) throws IOException {
    reports++;
    if (json) {
      JsonReport.write(report, out);
      return;
    }
    if (reports > 1) {
      out.println();
    }
    if (given.size() > 1 || !given.get(0).equals(file)) {
      out.println(style.clean(file.toString()) + ":");
    }
    out.print(TextReport.of(report, style, written == null ? null : written.toString()));
  }

  private void delete(FoundLedger found, Report report, boolean named) throws IOException {
    if (!report.damage().isEmpty()) {
      say(found.file() + ": kept, it is damaged");
    } else if (found.fate() == Fate.UNSEEN && !named) {
      say(found.file() + ": kept, whether its process runs cannot be seen from here");
    } else {
      Files.delete(found.file());
    }
  }

  /** Without ending. */
  private static String name(Report report) {
    Header header = report.header();
    return new ReportName(
            header.service() == null ? "unknown" : header.service(),
            header.host() == null ? "unknown" : header.host(),
            header.pid() == null ? 0 : header.pid(),
            header.started() == null ? 0 : header.started().millis())
        .of(NAME);
  }

  private void fail(Path file, IOException e) {
    raise(ExitStatus.UNREADABLE);
    String message = String.valueOf(ReportFile.named(file, e).getMessage());
    say(message);
  }

  private void raise(int to) {
    status = Math.max(status, to);
  }

  private void say(String line) {
    err.println("ajar-reports: " + style.clean(line));
  }
}
