package dev.ajar.agent.track;

import dev.ajar.ledger.Frame;
import dev.ajar.ledger.Incident;
import dev.ajar.ledger.LabelRow;
import dev.ajar.ledger.LedgerWriter;
import dev.ajar.ledger.SiteRow;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place of the program where resources of one type are opened, closed, or used after their close.
 * Thread-safe.
 */
final class Place {

  // One more than a row has room for, so that the row can say that there are more.
  private static final int MAX_HOSTS = 5;
  private static final int MAX_INCIDENTS = 32;

  final int type;
  final List<Frame> frames;
  private final SiteRow row;
  private final LedgerWriter ledger;
  private final boolean nobodys;
  private final Set<Long> threads = new HashSet<>();
  private final Set<String> hosts = new HashSet<>();
  private volatile @Nullable Labels labels;
  private @Nullable Set<String> incidents;

  /**
   * @param type number of the type that the place is about
   * @param frames its stack
   */
  Place(SiteRow row, LedgerWriter ledger, int type, List<Frame> frames) {
    this(row, ledger, type, frames, false);
  }

  private Place(SiteRow row, LedgerWriter ledger, int type, List<Frame> frames, boolean nobodys) {
    this.type = type;
    this.frames = frames;
    this.row = row;
    this.ledger = ledger;
    this.nobodys = nobodys;
  }

  /** This one, for who asks for what is nobody's to close. */
  Place nobodys() {
    return new Place(row, ledger, type, frames, true);
  }

  /** Whether what is asked for here is nobody's to close. */
  boolean isNobodys() {
    return nobodys;
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

  /** Counts a close by a thread whose name has the given number in the ledger. */
  void closedHere(long at, Thread thread, int threadName) {
    row.closedHere(at, threadName, isNew(thread));
  }

  /** Counts a use after the close, by a thread whose name has the given number in the ledger. */
  void usedLateHere(long at, Thread thread, int threadName) {
    row.usedLateHere(at, threadName, isNew(thread));
  }

  /**
   * Notes what happened around the close of a resource that was opened here.
   *
   * @param use where it was used after its close, or null
   * @param close where it was closed, or null if that is not known
   * @param what the exception's class, or the name of the type that was closed in vain, or null
   */
  void incident(
      Incident.Kind kind, @Nullable Place use, @Nullable Place close, @Nullable String what) {
    Incident incident = new Incident(kind, row.site(), number(use), number(close), what);
    String key = kind.number() + " " + incident.use() + " " + incident.close() + " " + what;
    synchronized (threads) {
      if (incidents == null) {
        incidents = new HashSet<>();
      }
      boolean known = incidents.contains(key);
      if (known || incidents.size() == MAX_INCIDENTS) {
        if (!known) {
          row.moreIncidents();
        }
        return;
      }
      incidents.add(key);
    }
    ledger.incident(incident);
  }

  private static int number(@Nullable Place place) {
    return place == null ? -1 : place.row.site();
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
