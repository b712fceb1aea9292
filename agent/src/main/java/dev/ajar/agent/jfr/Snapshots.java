package dev.ajar.agent.jfr;

import dev.ajar.report.Finding;
import dev.ajar.report.JsonReport;
import dev.ajar.report.Library;
import dev.ajar.report.Nature;
import dev.ajar.report.OpenSites;
import dev.ajar.report.Report;
import dev.ajar.report.SourceLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What is recorded of the whole run, from its ledger. Thread-safe, never throws. */
final class Snapshots {

  /** How many places, or findings, are told to tools; the report for ajar-reports has all. */
  private static final int MOST = 1_000;

  private final Recorded run;
  private final AtomicInteger reports = new AtomicInteger();
  private volatile boolean over;

  Snapshots(Recorded run) {
    this.run = run;
  }

  /** The findings so far; called whenever a recording is written to a file. */
  @SuppressWarnings("CatchingUnchecked") // JFR would print it on the application's output
  void findings() {
    if (over) {
      return;
    }
    try {
      run.tracker().settle();
      SourceLines lines = SourceLines.below(Path.of(""));
      Report report = Report.of(run.ledger().read(), Nature.SNAPSHOT, run.clock().now(), lines);
      if (!report.silent()) {
        record(run.judge().apply(report), false);
      }
    } catch (Throwable e) {
      run.tracker().fault(e);
    }
  }

  /** The watched libraries. */
  @SuppressWarnings("CatchingUnchecked")
  void coverage() {
    if (over) {
      return;
    }
    try {
      record(Report.coverage(run.ledger().read()));
    } catch (Throwable e) {
      run.tracker().fault(e);
    }
  }

  /** What is open. */
  @SuppressWarnings("CatchingUnchecked")
  void open() {
    if (over) {
      return;
    }
    try {
      recordOpen();
    } catch (Throwable e) {
      run.tracker().fault(e);
    }
  }

  /** The last report of the run, after which nothing is recorded. */
  @SuppressWarnings("CatchingUnchecked")
  void last(Report report) {
    over = true;
    try {
      recordOpen();
      record(report.coverage());
      record(report, true);
    } catch (Throwable e) {
      run.tracker().fault(e);
    }
  }

  private void record(Report report, boolean last) throws IOException {
    int told = 0;
    for (Finding finding : report.all()) {
      if (told++ < MOST) {
        UnclosedClient event = UnclosedClient.of(finding, last);
        event.commit();
      }
    }
    if (new ReportPart().isEnabled()) {
      try (ReportParts parts = new ReportParts(reports.incrementAndGet(), last)) {
        JsonReport.writeInOneLine(report, parts);
      }
    }
  }

  private static void record(List<Library> coverage) {
    for (Library library : coverage) {
      for (Library.Source source : library.sources()) {
        CoverageEvent event = CoverageEvent.of(library, source);
        event.commit();
      }
    }
  }

  private void recordOpen() {
    int told = 0;
    for (OpenSites.Site site : OpenSites.of(run.ledger().read(), run.clock().now()).sites()) {
      if (told++ < MOST) {
        OpenClientsEvent event = OpenClientsEvent.of(site);
        event.commit();
      }
    }
  }
}
