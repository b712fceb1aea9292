package dev.ajar.cli;

import dev.ajar.report.JsonOpenSites;
import dev.ajar.report.OpenSites;
import dev.ajar.report.OpenTable;
import dev.ajar.report.TextStyle;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what is open in a running process, from its ledger and without its help. */
@Command(
    name = "live",
    description = {
      "Shows what is open in a running process, by the line that opened it; without attaching to"
          + " it. On a terminal until it ends, else once.",
      "Exit status: 0 shown, 2 the ledger cannot be found or read, 64 wrong usage."
    },
    mixinStandardHelpOptions = true,
    versionProvider = AjarReports.Version.class,
    exitCodeOnInvalidInput = ExitStatus.USAGE)
final class Live implements Callable<Integer> {

  private static final String CLEAR = "\u001b[H\u001b[2J";
  private static final int ROWS = 20;

  private final PrintStream out;
  private final TextStyle style;
  private final boolean terminal;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "PID|FILE|DIR",
      description = "A process, a ledger, or a directory with the ledger of one running process.")
  private String given = "";

  @Option(names = "--json", description = "One line of JSON each time.")
  private boolean json;

  @Option(
      names = "--interval",
      paramLabel = "SECONDS",
      description = "Show it again each time so many have passed, until the process ends. [2]")
  private @Nullable Double interval;

  /**
   * A command that was not called yet.
   *
   * @param terminal whether somebody watches
   */
  Live(PrintStream out, TextStyle style, boolean terminal) {
    this.out = out;
    this.style = style;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (interval != null && !(interval >= 0.1 && interval <= 86_400) && spec != null) {
      throw new ParameterException(spec.commandLine(), "--interval is from 0.1 to 86400");
    }
    LiveLedger live = LiveLedger.find(given);
    boolean again = interval != null || (terminal && !json);
    OpenSites before = null;
    FoundLedger found = read(live);
    if (found == null) {
      throw new IOException(live.name() + ": no such file");
    }
    while (found != null && found.fate() != Fate.GONE && found.fate() != Fate.ENDED) {
      OpenSites open = OpenSites.of(found.ledger(), System.currentTimeMillis());
      show(open, before);
      if (!again) {
        return ExitStatus.NOTHING;
      }
      before = open;
      Thread.sleep((long) ((interval == null ? 2 : interval) * 1_000));
      found = read(live);
    }
    if (!json) {
      out.println(style.clean(end(live, found)));
    }
    return ExitStatus.NOTHING;
  }

  private void show(OpenSites open, @Nullable OpenSites before) throws IOException {
    if (json) {
      JsonOpenSites.write(open, out);
    } else {
      out.print(terminal ? CLEAR : before == null ? "" : "\n");
      out.print(OpenTable.of(open, before, style, terminal ? ROWS : Integer.MAX_VALUE));
    }
    out.flush();
  }

  /** The ledger as it is now; null if it is gone, as after a report. */
  private static @Nullable FoundLedger read(LiveLedger live) throws IOException {
    try {
      return FoundLedger.read(Files.exists(live.file()) ? live.file() : live.name());
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      throw ReportFile.named(live.name(), e);
    }
  }

  private static String end(LiveLedger live, @Nullable FoundLedger last) {
    if (last == null) {
      return "The process has ended, and its report is written: " + live.name() + " is removed.";
    }
    String how = last.fate() == Fate.GONE ? "has left no word of its end" : "has ended";
    return "The process " + how + "; its report: java -jar ajar-reports.jar recover " + live.name();
  }
}
