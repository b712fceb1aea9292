package dev.ajar.agent.hold;

import dev.ajar.agent.track.Clock;
import dev.ajar.agent.track.Opened;
import dev.ajar.agent.track.TrackedType;
import dev.ajar.agent.track.Tracker;
import dev.ajar.ledger.HeldWriter;
import dev.ajar.ledger.LedgerWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Measures what the process holds, and writes it into the ledger. */
public final class Holdings implements Runnable {

  /** How long all pools together may take to answer, in ms. */
  private static final long POOL_MILLIS = 1_000;

  static final Path PROC = Path.of("/proc/self");

  private final LedgerWriter ledger;
  private final Tracker tracker;
  private final Clock clock;
  private final List<TrackedType> types;

  /**
   * @param types the types of this run, all of them; may grow
   */
  public Holdings(LedgerWriter ledger, Tracker tracker, Clock clock, List<TrackedType> types) {
    this.ledger = ledger;
    this.tracker = tracker;
    this.clock = clock;
    this.types = types;
  }

  /** Measures. Never throws: what cannot be found out is left out. */
  @Override
  public synchronized void run() {
    HeldWriter held = ledger.held();
    Map<String, Long> totals = new TreeMap<>();
    long now = clock.now();
    try {
      HeldThreads.measure(types, held, totals);
    } catch (RuntimeException | LinkageError e) {
      totals.clear(); // a security manager
    }
    try {
      HeldSockets.measure(PROC, held, totals);
      Opened open = tracker.open();
      long unused = HeldPools.measure(open.resources(), held, POOL_MILLIS);
    } catch (RuntimeException | LinkageError e) {
      ledger.problem("what the process holds was not measured: " + e);
    }
    held.complete(now, totals);
  }
}
