package dev.ajar.agent.exit;

import dev.ajar.agent.jdk.JdkAccess;
import dev.ajar.agent.track.Clock;
import dev.ajar.agent.track.Tracker;
import dev.ajar.ledger.LedgerWriter;
import dev.ajar.report.JsonFile;
import dev.ajar.report.Nature;
import dev.ajar.report.Report;
import dev.ajar.report.SourceLines;
import dev.ajar.report.TextReport;
import dev.ajar.report.TextStyle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What Ajar does when the JVM ends. */
public final class Exit implements Runnable {

  /** Where Flight Recorder's own hook runs, with what this one has found; the last slot. */
  public static final int RECORDER_SLOT = 9;

  // The JDK itself uses the slots 0 to 2; 1 is where the application's hooks run.
  private static final int SLOT = 8;

  private final LedgerWriter ledger;
  private final Tracker tracker;
  private final Clock clock;
  private final boolean text;
  private final @Nullable String json;
  private final Judgement judgement;
  private final @Nullable Runnable holdings;
  private final LastWord outOfMemory;
  private volatile @Nullable Consumer<Report> recorder;
  private volatile @Nullable Runnable recorderHook;
  private boolean last = true;
  private boolean early;
  private @Nullable Path earlier;

  /** A report that is measured by nothing, without what the process holds. */
  Exit(LedgerWriter ledger, Tracker tracker, Clock clock, boolean text, @Nullable String json) {
    this(ledger, tracker, clock, text, json, Judgement.NONE, null);
  }

  /**
   * @param text whether the report is to be printed
   * @param json path, without its ending, of the report as JSON; null for none
   * @param judgement what the report is measured by
   * @param holdings measures what the process holds, or null
   */
  public Exit(
      LedgerWriter ledger,
      Tracker tracker,
      Clock clock,
      boolean text,
      @Nullable String json,
      Judgement judgement,
      @Nullable Runnable holdings) {
    this.ledger = ledger;
    this.tracker = tracker;
    this.clock = clock;
    this.text = text;
    this.json = json;
    this.judgement = judgement;
    this.holdings = holdings;
    this.outOfMemory = new LastWord(ledger.path());
  }

  /**
   * Sees to it that this runs after the application's last shutdown hook, or without waiting for
   * it, see {@link HookWatch}; where the JDK refuses, it runs among them, and the report says so.
   *
   * @param hookWait how long hooks are waited for, in s; 0 for ever
   */
  public static void register(JdkAccess jdk, Exit exit, int hookWait) {
    try {
      HookWatch watch = new HookWatch(exit.ledger, exit.clock, exit, hookWait);
      jdk.atExit(SLOT, watch);
      watch.register(jdk);
    } catch (RuntimeException e) {
      exit.ledger.problem(
          "the report was made among the application's shutdown hooks, not after them: " + e);
      exit.last = false;
      Runtime.getRuntime().addShutdownHook(new Thread(exit, "ajar-exit"));
    }
  }

  /**
   * Has the report recorded as well.
   *
   * @param hook what writes the recordings after the application's hooks, also if those hang: among
   *     them, where it comes from, it would not have waited
   */
  public void recordBy(Consumer<Report> recording, Runnable hook) {
    recorder = recording;
    recorderHook = hook;
  }

  @Override
  public void run() {
    boolean unused = Thread.interrupted(); // an interrupt would close the files that are written
    try {
      tracker.settle();
      long end = clock.now();
      measure();
      ledger.end(Ending.of(Thread.currentThread()), end);
      Report report = report(Nature.EXIT);
      if (report.silent()) {
        ledger.delete();
        return;
      }
      report = judgement.apply(report);
      if (early && text) {
        Stderr.line("the shutdown hooks have ended after all; this report replaces the one above");
      }
      boolean written = write(report);
      record(report);
      if (written) {
        ledger.delete();
      }
      if (judgement.exitCode() != null) {
        judgement.exitCode().apply(report, last);
      }
    } catch (Throwable e) { // the JVM is to end as it would have
      failed("the report cannot be made: ", e);
    }
  }

  private void record(Report report) {
    Consumer<Report> recording = recorder;
    if (recording != null) {
      recording.accept(report);
    }
  }

  /** Makes a report while shutdown hooks hang. The ledger stays, and the last report may follow. */
  void runEarly() {
    try {
      tracker.settle();
      measure();
      Report report = report(Nature.SNAPSHOT);
      if (!report.silent()) {
        if (text) {
          Stderr.line("shutdown hooks have not ended in time; this is the report so far");
        }
        early = true;
        report = judgement.apply(report);
        boolean unused = write(report);
        record(report);
      }
      Runnable hook = recorderHook;
      if (hook != null) {
        hook.run();
      }
    } catch (Throwable e) {
      failed("the report so far cannot be made: ", e);
    }
  }

  private void failed(String what, Throwable reason) {
    try {
      Stderr.line(what + reason + kept());
    } catch (OutOfMemoryError e) {
      outOfMemory.say();
    }
  }

  private void measure() {
    if (holdings != null) {
      holdings.run();
    }
    String refusal = ledger.refusal();
    if (refusal != null) {
      ledger.fact("ledger", "heap: " + refusal);
    }
  }

  private Report report(Nature nature) {
    return Report.of(ledger.read(), nature, clock.now(), SourceLines.below(Path.of("")));
  }

  /** Returns whether nothing needs the ledger any more. */
  private boolean write(Report report) {
    Path file = null;
    String failure = null;
    if (json != null) {
      try {
        file = JsonFile.write(report, json, earlier);
      } catch (IOException | RuntimeException e) {
        failure = "the report cannot be written: " + e.getMessage() + kept();
      }
    }
    if (text) {
      String name = file == null ? null : file.toString();
      Stderr.write(TextReport.of(report, TextStyle.of(Stderr.charset()), name));
    }
    if (failure != null) {
      Stderr.line(failure);
    }
    earlier = file;
    return failure == null || !isWhole();
  }

  private String kept() {
    return isWhole() ? "; everything is in " + ledger.path() : "";
  }

  /** Whether there is a file that holds all of the ledger, rather than none or a part of it. */
  private boolean isWhole() {
    return ledger.path() != null && ledger.refusal() == null;
  }
}
