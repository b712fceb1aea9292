package dev.ajar.agent.track;

import dev.ajar.ledger.Frame;
import dev.ajar.ledger.LabelRow;
import dev.ajar.ledger.LedgerWriter;
import dev.ajar.ledger.SiteRow;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A place of the program where resources of one type are opened, or closed. Thread-safe. */
final class Place {

  // One more than a row has room for, so that the row can say that there are more.
  private static final int MAX_HOSTS = 5;

  final int type;
  final List<Frame> frames;
  private final SiteRow row;
  private final LedgerWriter ledger;
  private final Set<Long> threads = new HashSet<>();
  private final Set<String> hosts = new HashSet<>();
  private volatile @Nullable Labels labels;

  /**
   * @param type number of the type that is opened, or closed, here
   * @param frames its stack
   */
  Place(SiteRow row, LedgerWriter ledger, int type, List<Frame> frames) {
    this.type = type;
    this.frames = frames;
    this.row = row;
    this.ledger = ledger;
  }

  /** Its counters. */
  SiteRow row() {
    return row;
  }

  /** Counts an opening by a thread whose name has the given number in the ledger. */
  void opened(long at, Thread thread, int threadName, boolean virtual) {
    row.opened(at, threadName, isNew(thread), virtual);
  }

  /** Notes the scope and the trace that one was opened in; null for none. */
  void label(Tracked tracked, @Nullable String scope, @Nullable String trace) {
    Labels known = labels();
    if (known != null) {
      known.opened(tracked, scope, trace);
    }
  }

  /** Notes that the close of one has begun, or that it went with its owner. */
  void ended(Tracked tracked) {
    Labels known = labels;
    if (known != null) {
      known.ended(tracked);
    }
  }

  private synchronized @Nullable Labels labels() {
    if (labels == null) {
      LabelRow room = ledger.labels(row.site());
      labels = room == null ? null : new Labels(ledger, room);
    }
    return labels;
  }

  /** Notes a host that was asked for from here. */
  void host(String host) {
    synchronized (hosts) {
      if (hosts.size() == MAX_HOSTS || !hosts.add(host)) {
        return;
      }
    }
    row.host(ledger.text(host));
  }

  @SuppressWarnings("deprecation") // Thread.threadId is of 19
  private boolean isNew(Thread thread) {
    synchronized (threads) {
      return threads.size() < Tracker.MAX_THREADS && threads.add(thread.getId());
    }
  }
}
