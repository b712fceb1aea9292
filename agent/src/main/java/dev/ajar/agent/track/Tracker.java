package dev.ajar.agent.track;

import dev.ajar.agent.catalog.Point.Meaning;
import dev.ajar.agent.track.Tracked.State;
import dev.ajar.ledger.LedgerWriter;
import dev.ajar.ledger.LiveSlot;
import dev.ajar.ledger.Loss;
import dev.ajar.ledger.Role;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.Collection;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Follows each resource from its opening to its end and writes what happens into the ledger. Holds
 * resources by identity and weakly. Thread-safe.
 */
public final class Tracker {

  /** How many threads are told apart at one place. */
  public static final int MAX_THREADS = 256;

  private final LedgerWriter ledger;
  private final Clock clock;
  private final BooleanSupplier shutdownBegan;
  private final Places places;
  private final ThreadNames names;
  private final TrackedTable table = new TrackedTable();
  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();
  private volatile boolean faulty;

  /**
   * @param shutdownBegan whether the JVM has started its shutdown hooks
   */
  public Tracker(LedgerWriter ledger, Clock clock, Stacks stacks, BooleanSupplier shutdownBegan) {
    this.ledger = ledger;
    this.clock = clock;
    this.shutdownBegan = shutdownBegan;
    this.places = new Places(ledger, stacks);
    this.names = new ThreadNames(ledger);
  }

  /** Counts what was collected while open. Also done at each opening. */
  public void settle() {
    for (Reference<?> gone = collected.poll(); gone != null; gone = collected.poll()) {
      Tracked tracked = (Tracked) gone;
      table.remove(tracked);
      abandoned(tracked);
    }
  }

  /**
   * An opening; without effect for a resource that is open already, as after a chained constructor.
   */
  void opened(
      TrackedType type,
      Object resource,
      boolean again,
      Meaning meaning,
      @Nullable Object argument) {
    settle();
    Tracked known = table.find(resource);
    if (known != null && again && known.isClosed()) {
      table.remove(known);
    } else if (known != null) {
      return;
    }
    Tracked asker = meaning == Meaning.ASKER && argument != null ? table.find(argument) : null;
    Place place = asker != null ? asker.place : places.here(type, false);
    if (place == null) {
      return;
    }
    Tracked tracked = new Tracked(resource, collected, type, place, clock.now());
    synchronized (tracked) { // a close that comes at once waits until the slot is there
      if (table.addIfAbsent(resource, tracked) != null) {
        return;
      }
      record(tracked);
    }
    if (argument != null) {
      relate(tracked, meaning, argument);
    }
  }

  /** What is about to count as opened does not, if its close would close nothing. */
  void exempt(TrackedType type, Object resource, @Nullable Object duties) {
    if (duties == null || (duties instanceof Collection<?> list && list.isEmpty())) {
      remember(type, resource, places.nowhere(type), State.EXEMPT);
    }
  }

  /** What is opened for it later, maybe by another thread, counts as opened here. */
  void asks(TrackedType type, Object asker) {
    remember(type, asker, places.here(type, false), State.EXEMPT);
  }

  /** Something works for another, which may have asked. */
  void acts(TrackedType type, Object worker, @Nullable Object argument) {
    Tracked asker = argument == null ? null : table.find(argument);
    if (asker != null) {
      remember(type, worker, asker.place, State.EXEMPT);
    }
  }

  /** A part, or an owner, of a resource has come to light. */
  void related(Object resource, Meaning meaning, @Nullable Object argument) {
    Tracked tracked = table.find(resource);
    if (tracked != null && argument != null) {
      relate(tracked, meaning, argument);
    }
  }

  /** A close that begins. */
  void closing(TrackedType type, Object resource) {
    Tracked tracked = table.find(resource);
    if (tracked == null) {
      // A body of length 0 closes itself in its constructor, which then returns.
      if (type.madeByConstructor() && !isCollectorThread()) {
        remember(type, resource, places.nowhere(type), State.CLOSED);
      }
      return;
    }
    if (isCollectorThread()) {
      abandoned(tracked);
      return;
    }
    synchronized (tracked) {
      if (tracked.state != State.OPEN) {
        return;
      }
      tracked.state = State.CLOSING;
      if (tracked.slot != null) {
        tracked.slot.closing();
      }
    }
    // Where a part or a response is closed is not worth a stack: mostly it is the library's doing.
    Place closer = tracked.type.role() == Role.CLIENT ? places.here(tracked.type, true) : null;
    tracked.place.row().closeBegun(closer == null ? -1 : closer.row().site());
    if (closer != null) {
      closer.row().closedHere(clock.now());
    }
  }

  /** A close that has ended well. */
  void closed(Object resource) {
    Tracked tracked = table.find(resource);
    if (tracked == null) {
      return;
    }
    synchronized (tracked) {
      if (tracked.state != State.CLOSING) {
        return;
      }
      tracked.state = State.CLOSED;
    }
    finish(tracked);
  }

  /** A use, such as a request. */
  void used(Object resource, @Nullable Object target) {
    Tracked tracked = table.find(resource);
    if (tracked == null) {
      return;
    }
    long now = clock.now();
    synchronized (tracked) {
      if (tracked.state == State.EXEMPT) {
        return;
      }
      if (tracked.state == State.CLOSED) {
        if (!tracked.type.usableAfterClose()) {
          tracked.place.row().usedAfterClose();
        }
        return;
      }
      if (tracked.slot != null) {
        tracked.slot.used(now);
      } else {
        tracked.place.row().used(now);
      }
    }
    String host = target == null ? null : Target.in(target.toString());
    if (host != null) {
      tracked.place.host(host);
    }
  }

  /** A fault of Ajar's own: counted, and the first one told. Never throws. */
  void fault(Throwable fault) {
    try {
      ledger.lost(Loss.FAULTS);
      if (!faulty) {
        faulty = true;
        StackTraceElement[] stack = fault.getStackTrace();
        ledger.problem(
            "a fault of Ajar's own: " + fault + (stack.length == 0 ? "" : " at " + stack[0]));
      }
    } catch (Throwable e) {
      faulty = true; // out of memory, most likely; there is nobody to tell
    }
  }

  private void record(Tracked tracked) {
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
  }

  private void relate(Tracked tracked, Meaning meaning, Object argument) {
    Tracked other = table.find(argument);
    if (other == null) {
      return;
    }
    if (meaning == Meaning.PART) {
      join(tracked, other);
    } else if (meaning == Meaning.OWNER) {
      join(other, tracked);
    }
  }

  // The one place where two monitors are held: the owner's first.
  private static void join(Tracked owner, Tracked belonging) {
    synchronized (owner) {
      if (owner.state == State.OPEN && owner.own(belonging)) {
        belonging.belongTo(owner, owner.slot);
      }
    }
  }

  /** Keeps an object, one that was not opened yet, from counting as opened. */
  private void remember(TrackedType type, Object resource, @Nullable Place place, State state) {
    if (place != null) {
      Tracked known = new Tracked(resource, collected, type, place, clock.now());
      known.state = state;
      table.addIfAbsent(resource, known);
    }
  }

  private void finish(Tracked tracked) {
    tracked.place.row().closed(clock.now(), shutdownBegan.getAsBoolean());
    for (Tracked belonging : tracked.release()) {
      outlive(belonging, tracked);
    }
    ended(tracked);
    forget(tracked);
    for (Tracked owner : tracked.leaveOwners()) {
      owner.disown(tracked);
      if (tracked.type.role() == Role.PART && owner.type.closedByItsPart()) {
        closeByPart(owner);
      }
    }
  }

  /**
   * What a client handed out is closed with it, unless it was collected before that: it has leaked.
   * A part of it that is still open stands alone now.
   */
  private void outlive(Tracked belonging, Tracked owner) {
    synchronized (belonging) {
      belonging.outlive(owner);
      boolean handout = belonging.type.role() == Role.HANDOUT;
      if (belonging.state != State.OPEN || !handout || belonging.refersTo(null)) {
        return;
      }
      belonging.state = State.CLOSED;
    }
    belonging.place.row().closedWithOwner(clock.now());
    ended(belonging);
    forget(belonging);
  }

  // One for each request: a closed response is of no use any more, and the collector is spared a
  // reference. It is kept where a second close would be taken for one within the constructor.
  private void forget(Tracked tracked) {
    if (tracked.type.role() == Role.HANDOUT && !tracked.type.madeByConstructor()) {
      table.remove(tracked);
      tracked.clear();
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
    finish(owner);
  }

  private void abandoned(Tracked tracked) {
    synchronized (tracked) {
      if (tracked.state != State.OPEN) {
        return;
      }
      tracked.state = State.ABANDONED;
    }
    if (tracked.type.role() == Role.PART && tracked.goesWithOwner()) {
      tracked.place.row().closedWithOwner(clock.now());
    } else {
      tracked.place.row().abandoned();
    }
    for (Tracked owner : tracked.leaveOwners()) {
      owner.disown(tracked);
    }
    for (Tracked belonging : tracked.release()) {
      belonging.outlive(tracked);
    }
    ended(tracked);
  }

  /** Adds up the life that has ended and gives back the slot. */
  private void ended(Tracked tracked) {
    synchronized (tracked) {
      LiveSlot slot = tracked.slot;
      if (slot == null) {
        return;
      }
      tracked.slot = null;
      boolean closed = tracked.state == State.CLOSED;
      long end = closed ? clock.now() : Math.max(slot.lastUsed(), tracked.opened);
      tracked
          .place
          .row()
          .lived(end - tracked.opened, slot.uses(), slot.firstUsed(), slot.lastUsed());
      ledger.giveBack(slot);
    }
  }

  private static boolean isCollectorThread() {
    String name = Thread.currentThread().getName();
    return name.equals("Finalizer")
        || name.equals("Secondary finalizer")
        || name.equals("Common-Cleaner")
        || name.startsWith("Cleaner-");
  }
}
