package dev.ajar.agent.exit;

import dev.ajar.agent.track.Clock;
import dev.ajar.agent.track.Tracker;
import dev.ajar.ledger.LedgerWriter;
import dev.ajar.report.JsonFile;
import dev.ajar.report.Nature;
import dev.ajar.report.Report;
import dev.ajar.report.ReportName;
import dev.ajar.report.SourceLines;
import dev.ajar.report.TextReport;
import dev.ajar.report.TextStyle;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Writes the report of a JVM that goes on. Thread-safe. */
public final class Dump {

  // What is held goes into the ledger, which is bounded, each time that it is measured.
  private static final int MOST_MEASURED = 100;

  private final LedgerWriter ledger;
  private final Tracker tracker;
  private final Clock clock;
  private final boolean text;
  private final String name;
  private final ReportName names;
  private final Judgement judgement;
  private final Runnable holdings;
  private int written;

  /**
   * @param text whether it is to be printed, too
   * @param name path, without its ending, of the report at the end
   * @param names makes names of patterns
   * @param judgement what it is measured by
   * @param holdings measures what the process holds
   */
  public Dump(
      LedgerWriter ledger,
      Tracker tracker,
      Clock clock,
      boolean text,
      String name,
      ReportName names,
      Judgement judgement,
      Runnable holdings) {
    this.ledger = ledger;
    this.tracker = tracker;
    this.clock = clock;
    this.text = text;
    this.name = name;
    this.names = names;
    this.judgement = judgement;
    this.holdings = holdings;
  }

  /**
   * Writes it as JSON, and prints it if the options ask for that.
   *
   * @param pattern of its path without the ending; null for that of the report at the end, with
   *     {@code -snapshot} behind it
   * @return the new file, absolute
   * @throws IOException if it cannot be written; the message names the path and the reason
   */
  public synchronized Path write(@Nullable String pattern) throws IOException {
    tracker.settle();
    if (written++ < MOST_MEASURED) {
      holdings.run();
    }
    SourceLines lines = SourceLines.below(Path.of(""));
    Report report = judgement.apply(Report.of(ledger.read(), Nature.SNAPSHOT, clock.now(), lines));
    String path = pattern == null ? name.concat("-snapshot") : names.of(pattern);
    Path file = JsonFile.write(report, path).toAbsolutePath();
    if (text) {
      Stderr.write(TextReport.of(report, TextStyle.of(Stderr.charset()), file.toString()));
    }
    return file;
  }
}
