package dev.ajar.agent.track;

import dev.ajar.agent.track.Tracked.State;
import dev.ajar.ledger.Incident;
import dev.ajar.ledger.LiveSlot;
import dev.ajar.ledger.Role;
import dev.ajar.ledger.SiteKind;

/** Follows closes: where they begin, how they end, and those that close nothing. Thread-safe. */
final class Closes {

  private final TrackedTable table;
  private final Places places;
  private final Lives lives;
  private final ThreadNames names;
  private final Clock clock;

  Closes(TrackedTable table, Places places, Lives lives, ThreadNames names, Clock clock) {
    this.table = table;
    this.places = places;
    this.lives = lives;
    this.names = names;
    this.clock = clock;
  }

  /** A close that begins. */
  void begin(TrackedType type, Object resource) {
    Tracked tracked = table.find(resource);
    if (tracked == null) {
      // A body of length 0 closes itself in its constructor, which then returns.
      if (type.madeByConstructor() && !isCollectorThread()) {
        table.remember(resource, type, places.nowhere(type), State.CLOSED, clock.now());
      }
      return;
    }
    if (isCollectorThread()) {
      lives.abandon(tracked);
      return;
    }
    boolean again;
    synchronized (tracked) {
      if (tracked.state == State.UNUSED) {
        tracked.state = State.CLOSED;
        tracked.mayBeUsedLate = true;
      }
      again = tracked.state == State.CLOSE_THREW;
      if (tracked.state != State.OPEN && !again) {
        return;
      }
      tracked.state = State.CLOSING;
      tellSlot(tracked);
    }
    // Where a part or a response is closed is not worth a stack: mostly it is the library's doing.
    Place closer =
        tracked.type.role() == Role.CLIENT
            ? places.here(tracked.type, resource, SiteKind.CLOSING)
            : null;
    tracked.closer = closer;
    if (!again) {
      tracked.place.row().closeBegun(closer == null ? -1 : closer.row().site());
      tracked.place.ended(tracked);
    }
    if (closer != null) {
      Thread thread = Thread.currentThread();
      closer.closedHere(clock.now(), thread, names.number(thread));
    }
  }

  private void tellSlot(Tracked tracked) {
    LiveSlot slot = tracked.slot;
    if (slot != null && tracked.type.seesEndOfClose()) {
      slot.closing(clock.now());
    } else if (slot != null) {
      slot.closing();
    }
  }

  /** A close that has ended well. */
  void end(Object resource) {
    Tracked tracked = table.find(resource);
    if (tracked == null) {
      return;
    }
    boolean threw;
    synchronized (tracked) {
      if (tracked.state != State.CLOSING && tracked.state != State.CLOSE_THREW) {
        return;
      }
      tracked.state = State.CLOSED;
      threw = tracked.everThrew;
    }
    if (threw) {
      tracked.place.row().closedAfterThrow();
    }
    lives.close(tracked);
  }

  /** A close that has ended with an exception. */
  void fail(Object resource, Throwable exception) {
    Tracked tracked = table.find(resource);
    if (tracked == null) {
      return;
    }
    boolean first;
    boolean told;
    synchronized (tracked) {
      if (tracked.state != State.CLOSING) {
        return;
      }
      tracked.state = State.CLOSE_THREW;
      first = !tracked.everThrew;
      tracked.everThrew = true;
      told = tracked.incidents++ >= Tracked.MAX_STACKS;
      LiveSlot slot = tracked.slot;
      if (slot != null) {
        slot.closeThrew();
      }
    }
    if (first) {
      tracked.place.row().closeThrew();
    }
    if (!told) {
      String what = exception.getClass().getName();
      tracked.place.incident(Incident.Kind.CLOSE_THREW, null, tracked.closer, what);
    }
  }

  /**
   * A close that, as what is closed was set up, leaves something else open.
   *
   * @param type of what is closed
   * @param closed what is closed; if it is one that counts as open, it closes the other by itself
   */
  void inVain(TrackedType type, Object closed, Object left) {
    Tracked closing = table.find(closed);
    Tracked tracked = table.find(left);
    if (tracked == null || isCollectorThread() || (closing != null && !closing.isExempt())) {
      return;
    }
    if (closing == null) { // a wrapper that is no resource
      table.remember(closed, type, places.nowhere(type), State.EXEMPT, clock.now());
      closing = table.find(closed);
    }
    if (closing != null && !closing.firstCloseInVain()) {
      return; // one close() calls another
    }
    boolean told;
    synchronized (tracked) {
      LiveSlot slot = tracked.slot;
      if (tracked.state != State.OPEN || slot == null) {
        return;
      }
      slot.closedInVain();
      told = tracked.incidents++ >= Tracked.MAX_STACKS;
    }
    tracked.place.row().closedInVain();
    if (!told) {
      Place here = places.here(type, closed, SiteKind.CLOSING_IN_VAIN);
      if (here != null) {
        Thread thread = Thread.currentThread();
        here.closedHere(clock.now(), thread, names.number(thread));
      }
      tracked.place.incident(Incident.Kind.CLOSED_IN_VAIN, null, here, type.name());
    }
  }

  static boolean isCollectorThread() {
    String name = Thread.currentThread().getName();
    return name.equals("Finalizer")
        || name.equals("Secondary finalizer")
        || name.equals("Common-Cleaner")
        || name.startsWith("Cleaner-");
  }
}
