package dev.ajar.agent.exit;

import dev.ajar.agent.hold.Hang;
import dev.ajar.agent.jdk.OwnThread;
import dev.ajar.agent.track.Clock;
import dev.ajar.ledger.LedgerWriter;
import dev.ajar.report.HangLine;
import dev.ajar.report.Nature;
import dev.ajar.report.Report;
import dev.ajar.report.TextStyle;
import java.util.concurrent.locks.LockSupport;

/**
 * Says, once and while it goes on, that threads of clients keep the JVM from ending. Works on a
 * daemon thread of its own, the only one that Ajar has while the application runs.
 */
public final class HangWatch implements Runnable {

  private static final long NANOS = 2_000_000_000L;
  private static final String SINCE = "hang.since";

  private final LedgerWriter ledger;
  private final Clock clock;
  private final Runnable holdings;
  private final Hang hang;
  private final boolean text;
  private boolean started;
  private boolean noted;
  private boolean told;

  /**
   * @param holdings measures what the process holds
   * @param text whether it is to be printed
   */
  public HangWatch(LedgerWriter ledger, Clock clock, Runnable holdings, Hang hang, boolean text) {
    this.ledger = ledger;
    this.clock = clock;
    this.holdings = holdings;
    this.hang = hang;
    this.text = text;
  }

  /** Starts the thread, once. */
  @Override
  public synchronized void run() {
    if (!started) {
      started = true;
      try {
        Thread unused = OwnThread.start("ajar-watch", new Looks());
      } catch (RuntimeException | OutOfMemoryError e) { // which also says that threads are used up
        ledger.problem("whether the process can end is not watched: " + e);
      }
    }
  }

  private final class Looks implements Runnable {

    @Override
    public void run() {
      try {
        Hang.State state = Hang.State.NO;
        while (state != Hang.State.ENDING) {
          LockSupport.parkNanos(NANOS);
          boolean unused = Thread.interrupted();
          state = hang.look();
          if (state == Hang.State.YES && !noted) {
            note();
          } else if (state == Hang.State.NO && noted) {
            noted = false;
            ledger.fact(SINCE, "0"); // it goes on after all
          }
        }
      } catch (RuntimeException | LinkageError e) {
        ledger.problem("whether the process can end was no longer watched: " + e);
      }
    }
  }

  private void note() {
    ledger.fact(SINCE, Long.toString(hang.since()));
    holdings.run();
    noted = true;
    if (text && !told) {
      told = true;
      Report report = Report.of(ledger.read(), Nature.SNAPSHOT, clock.now());
      String line = HangLine.of(report, TextStyle.of(Stderr.charset()));
      if (line != null) {
        Stderr.line(line);
      }
    }
  }
}
