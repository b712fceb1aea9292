package dev.ajar.agent;

import dev.ajar.agent.exit.Dump;
import dev.ajar.agent.exit.Exit;
import dev.ajar.agent.exit.ExitCode;
import dev.ajar.agent.exit.HangWatch;
import dev.ajar.agent.exit.Judgement;
import dev.ajar.agent.exit.MainThread;
import dev.ajar.agent.hold.Hang;
import dev.ajar.agent.hold.Holdings;
import dev.ajar.agent.jdk.JdkAccess;
import dev.ajar.agent.jdk.MovedHook;
import dev.ajar.agent.jfr.Recorded;
import dev.ajar.agent.jfr.Recordings;
import dev.ajar.agent.options.Options;
import dev.ajar.agent.track.Clock;
import dev.ajar.agent.track.TrackedType;
import dev.ajar.agent.track.Tracker;
import dev.ajar.ledger.LedgerWriter;
import dev.ajar.report.ReportName;
import dev.ajar.report.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is told of a run: at its end, while it goes on or hangs, and in recordings. */
final class Reports {

  private final JdkAccess jdk;
  private final Options options;
  private final LedgerWriter ledger;
  private final Tracker tracker;
  private final Clock clock;
  private final MovedHook recorderHook;
  private final Judgement judgement;
  private final Holdings holdings;
  private final boolean text;
  private final Exit exit;
  private final Dump dump;

  /**
   * @param names of the files
   * @param known grows with the types that are watched
   * @param main how {@code main} ends, or null if that is not known
   */
  Reports(
      JdkAccess jdk,
      Options options,
      LedgerWriter ledger,
      Tracker tracker,
      Clock clock,
      ReportName names,
      List<TrackedType> known,
      @Nullable MainThread main) {
    this.jdk = jdk;
    this.options = options;
    this.ledger = ledger;
    this.tracker = tracker;
    this.clock = clock;
    recorderHook = new MovedHook(jdk, Exit.RECORDER_SLOT, "JFR Shutdown Hook");
    judgement = new Judgement(options.suppressions(), options.baseline(), exitCode(main));
    holdings = new Holdings(ledger, tracker, clock, known);
    text = options.text() && !options.quiet();
    String name = names.of(options.output());
    String json = options.json() ? name : null;
    exit = new Exit(ledger, tracker, clock, text, json, judgement, holdings);
    dump = new Dump(ledger, tracker, clock, text, name, names, judgement, holdings);
  }

  /** Sees to it that the report is made at the end, and a line is said where that does not come. */
  void register(Hang hang) {
    Exit.register(jdk, exit, options.hookWait());
    tracker.onceThreadsMayKeepJvm(new HangWatch(ledger, clock, holdings, hang, text));
  }

  /** What writes snapshots. */
  Dump dump() {
    return dump;
  }

  /** Has recordings tell of this run. */
  void record(Recordings recordings) {
    exit.recordBy(recordings, recorderHook);
    String app = String.join("+", options.app());
    recordings.tell(new Recorded(ledger, tracker, clock, app, judgement, recorderHook));
  }

  /** What the options ask for as exit status, or null if they do not. */
  private @Nullable ExitCode exitCode(@Nullable MainThread main) {
    int code = options.exitCode();
    if (code == 0) {
      return null;
    }
    Severity failOn = Severity.of(options.failOn());
    return new ExitCode(code, failOn, jdk.pendingStatus(), main, recorderHook);
  }
}
