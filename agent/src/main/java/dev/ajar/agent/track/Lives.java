package dev.ajar.agent.track;

import dev.ajar.agent.track.Tracked.State;
import dev.ajar.ledger.LedgerWriter;
import dev.ajar.ledger.LiveSlot;
import dev.ajar.ledger.Loss;
import dev.ajar.ledger.Role;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Writes into the ledger how lives begin and end, and ends with each what belongs to it. */
final class Lives {

  private final LedgerWriter ledger;
  private final Clock clock;
  private final BooleanSupplier shutdownBegan;
  private final TrackedTable table;
  private final ThreadNames names;
  private volatile @Nullable LifeListener listener;

  Lives(
      LedgerWriter ledger,
      Clock clock,
      BooleanSupplier shutdownBegan,
      TrackedTable table,
      ThreadNames names) {
    this.ledger = ledger;
    this.clock = clock;
    this.shutdownBegan = shutdownBegan;
    this.table = table;
    this.names = names;
  }

  /** Has someone hear of lives from now on; null for nobody. */
  void tell(@Nullable LifeListener hearing) {
    listener = hearing;
  }

  /** Tells of an opening, once its owner is known if it ever is at once. */
  void tellOpened(Tracked tracked) {
    LifeListener hearing = listener;
    if (hearing != null) {
      hearing.opened(Life.of(tracked, 0, tracked.owner()));
    }
  }

  private void tellEnded(Tracked tracked, long requests, @Nullable Tracked owner, Life.End how) {
    LifeListener hearing = listener;
    if (hearing != null) {
      hearing.ended(Life.of(tracked, requests, owner), how);
    }
  }

  /** An opening, in a trace of the application's; null for none. */
  void begin(Tracked tracked, @Nullable String trace) {
    Thread thread = Thread.currentThread();
    boolean virtual = ThreadNames.isVirtual(thread);
    int name = names.number(thread);
    LiveSlot slot = ledger.takeSlot();
    if (slot == null) {
      ledger.lost(Loss.LIVE_SLOTS);
    } else {
      slot.open(tracked.place.row().site(), name, virtual, tracked.opened, tracked.identity);
      tracked.slot = slot;
    }
    tracked.place.opened(tracked.opened, thread, name, virtual);
    String scope = tracked.type.role() == Role.PART ? null : Scopes.current();
    if (scope != null || trace != null) {
      tracked.place.label(tracked, scope, trace);
    }
  }

  /**
   * One belongs to another from now on. The one place where two monitors are held: the owner's
   * first.
   *
   * @param inside whether it counts with its owner
   */
  static void join(Tracked owner, Tracked belonging, boolean inside) {
    synchronized (owner) {
      if (owner.state == State.OPEN && belonging.isThere()) {
        if (owner.own(belonging)) {
          belonging.belongTo(owner, inside);
        } else if (inside) {
          belonging.countWith(owner);
        }
      }
    }
  }

  /** Opens what was made to be open once it is used. */
  void beginUnused(Tracked made) {
    synchronized (made) {
      if (made.state != State.UNUSED) {
        return;
      }
      made.state = State.OPEN;
      begin(made, null);
      made.tellOwner();
    }
    tellOpened(made);
  }

  /** A close that has ended well. */
  void close(Tracked tracked) {
    close(tracked, true);
  }

  /**
   * @param wholly whether what lies inside it is closed as well
   */
  private void close(Tracked tracked, boolean wholly) {
    boolean inShutdown = shutdownBegan.getAsBoolean();
    tracked.place.row().closed(clock.now(), inShutdown);
    synchronized (tracked) {
      tracked.mayBeUsedLate |= inShutdown;
    }
    for (Tracked belonging : tracked.release()) {
      closeWith(tracked, belonging, wholly);
    }
    end(tracked, tracked.owner(), Life.End.CLOSED);
    forget(tracked);
    for (Tracked owner : tracked.leaveOwners()) {
      owner.disown(tracked);
      if (tracked.type.role() == Role.PART && owner.type.closedByItsPart()) {
        closeByPart(owner);
      }
    }
  }

  /** The garbage collector has found it open, or with a close that did not end well. */
  void abandon(Tracked tracked) {
    boolean open;
    synchronized (tracked) {
      open = tracked.state == State.OPEN;
      if (!open && tracked.state != State.CLOSING && tracked.state != State.CLOSE_THREW) {
        return;
      }
      tracked.state = State.ABANDONED;
    }
    Tracked owner = tracked.owner();
    boolean goesWithOwner = open && tracked.goesWithOwner();
    if (goesWithOwner) {
      tracked.place.row().closedWithOwner(clock.now());
      tracked.place.ended(tracked);
    } else if (open) { // else its close was counted already
      tracked.place.row().abandoned();
    }
    for (Tracked left : tracked.leaveOwners()) {
      left.disown(tracked);
    }
    for (Tracked belonging : tracked.release()) {
      abandonWith(tracked, belonging);
    }
    end(tracked, owner, goesWithOwner ? Life.End.CLOSED_WITH_OWNER : Life.End.ABANDONED);
  }

  /**
   * What a client made or handed out is closed with it, unless it was collected before that: it has
   * leaked. A part of it that is still open stands alone now, one inside it only if not the client
   * was closed but another part of it.
   */
  private void closeWith(Tracked owner, Tracked belonging, boolean wholly) {
    synchronized (belonging) {
      belonging.outlive(owner);
      if (belonging.state != State.OPEN
          || (belonging.type.role() == Role.PART && !(wholly && belonging.inside()))
          || (belonging.type.role() == Role.HANDOUT && belonging.refersTo(null))) {
        return;
      }
      belonging.state = State.CLOSED;
      belonging.closer = owner.closer;
      belonging.mayBeUsedLate = owner.mayBeUsedLate;
    }
    endWithOwner(owner, belonging);
  }

  /** What a client made has been lost with it: one finding, not two. */
  private void abandonWith(Tracked owner, Tracked belonging) {
    synchronized (belonging) {
      belonging.outlive(owner);
      if (belonging.state != State.OPEN || !belonging.inside() || belonging.hasOwner()) {
        return;
      }
      belonging.state = State.CLOSED;
    }
    endWithOwner(owner, belonging);
  }

  private void endWithOwner(Tracked owner, Tracked belonging) {
    belonging.place.row().closedWithOwner(clock.now());
    belonging.place.ended(belonging);
    for (Tracked innermost : belonging.release()) {
      closeWith(belonging, innermost, true);
    }
    end(belonging, owner, Life.End.CLOSED_WITH_OWNER);
    forget(belonging);
  }

  // One for each request: a closed response is of no use any more, and the collector does not see
  // a weak reference that nobody holds. It is kept where it could come by again, and would be taken
  // for a new one.
  private void forget(Tracked tracked) {
    if (tracked.type.role() == Role.HANDOUT && tracked.type.alwaysReopens()) {
      table.remove(tracked);
    }
  }

  private void closeByPart(Tracked owner) {
    synchronized (owner) {
      if (owner.state != State.OPEN) {
        return;
      }
      owner.state = State.CLOSED;
    }
    owner.place.row().closeBegun(-1);
    owner.place.ended(owner);
    close(owner, false);
  }

  /** Adds up the life that has ended and gives back the slot. */
  private void end(Tracked tracked, @Nullable Tracked owner, Life.End how) {
    long uses = 0;
    synchronized (tracked) {
      LiveSlot slot = tracked.slot;
      if (slot != null) {
        uses = slot.uses();
        tracked.slot = null;
        boolean closed = tracked.state == State.CLOSED;
        long end = closed ? clock.now() : Math.max(slot.lastUsed(), tracked.opened);
        tracked.place.row().lived(end - tracked.opened, uses, slot.firstUsed(), slot.lastUsed());
        ledger.giveBack(slot);
      }
    }
    tellEnded(tracked, uses, owner, how);
  }
}
