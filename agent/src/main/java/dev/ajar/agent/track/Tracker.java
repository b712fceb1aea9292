package dev.ajar.agent.track;

import dev.ajar.agent.catalog.Point.Meaning;
import dev.ajar.agent.track.Tracked.State;
import dev.ajar.ledger.LedgerWriter;
import dev.ajar.ledger.Loss;
import dev.ajar.ledger.Role;
import dev.ajar.ledger.SiteKind;
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
  private final Places places;
  private final Lives lives;
  private final TrackedTable table = new TrackedTable();
  private final Closes closes;
  private final Uses uses;
  private final Stretches stretches = new Stretches(table);
  private volatile @Nullable Adoption adoption;
  private volatile boolean faulty;
  private volatile @Nullable Runnable keeper;
  private volatile @Nullable TraceIds traces;

  /**
   * @param shutdownBegan whether the JVM has started its shutdown hooks
   */
  public Tracker(LedgerWriter ledger, Clock clock, Stacks stacks, BooleanSupplier shutdownBegan) {
    this.ledger = ledger;
    this.clock = clock;
    this.places = new Places(ledger, stacks);
    ThreadNames names = new ThreadNames(ledger);
    this.lives = new Lives(ledger, clock, shutdownBegan, table, names);
    this.closes = new Closes(table, places, lives, names, clock);
    this.uses = new Uses(table, places, lives, names, clock);
  }

  /**
   * Has something done once: when the first resource is made that has threads which keep the JVM
   * from ending.
   */
  public void onceThreadsMayKeepJvm(Runnable task) {
    keeper = task;
  }

  /** Notes from now on in which traces clients are opened. */
  public void note(TraceIds ids) {
    traces = ids;
  }

  /** Takes in from now on what was open before Ajar came, at its first use or close. */
  public void adopt() {
    adoption = new Adoption(table, places, lives, clock);
  }

  /** Notes a type of this run. */
  public void know(TrackedType type) {
    Adoption late = adoption;
    if (late != null) {
      late.know(type);
    }
  }

  /** Has someone hear of lives from now on; null for nobody. */
  public void tell(@Nullable LifeListener listener) {
    lives.tell(listener);
  }

  /** What is open now. */
  public Opened open() {
    return Opened.of(table.all());
  }

  /** Counts what was collected while open. Also done at each opening. */
  public void settle() {
    for (Tracked gone = table.pollCollected(); gone != null; gone = table.pollCollected()) {
      lives.abandon(gone);
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
    if (meaning == Meaning.CLASS && !resource.getClass().getName().equals(argument)) {
      return;
    }
    Tracked known = table.find(resource);
    Tracked asker = meaning == Meaning.ASKER && argument != null ? table.find(argument) : null;
    if (known != null
        && (again ? known.isClosed() && known.type == type : known == asker && known.isExempt())) {
      table.remove(known);
    } else if (known != null) {
      if (meaning != Meaning.UNUSED) {
        lives.beginUnused(known);
      }
      return;
    }
    Place place = place(type.role() == Role.HANDOUT ? Stretch.name(type) : type, resource, asker);
    if (place == null) {
      return;
    }
    Tracked tracked = table.track(resource, type, place, clock.now());
    TraceIds ids = type.role() == Role.CLIENT ? traces : null;
    String trace = ids == null ? null : ids.current();
    synchronized (tracked) { // a close that comes at once waits until the slot is there
      if (table.addIfAbsent(resource, tracked) != null) {
        return;
      }
      if (meaning == Meaning.UNUSED) {
        tracked.state = State.UNUSED;
      } else {
        lives.begin(tracked, trace);
      }
    }
    Stretch.opens(tracked);
    if (argument != null) {
      relate(tracked, meaning, argument);
    }
    if (meaning != Meaning.UNUSED) {
      lives.tellOpened(tracked);
    }
    watch(type);
  }

  private void watch(TrackedType type) {
    Runnable waiting = keeper;
    if (waiting != null && type.keepsJvm()) {
      keeper = null;
      waiting.run();
    }
  }

  /** Sees to it that what is used or closed is tracked, also if Ajar came after its opening. */
  private void meet(TrackedType type, Object resource) {
    Adoption late = adoption;
    if (late != null && table.find(resource) == null && !Closes.isCollectorThread()) {
      if (late.takeIn(type, resource) != null) {
        watch(type);
      }
    }
  }

  private @Nullable Place place(TrackedType type, Object resource, @Nullable Tracked asker) {
    if (asker != null) {
      return places.as(type, asker.place);
    }
    Place asked = Stretch.place();
    return asked != null ? places.as(type, asked) : places.here(type, resource, SiteKind.OPENING);
  }

  /** What is about to count as opened does not, if it holds nothing. */
  void exempt(TrackedType type, Object resource, Meaning meaning, @Nullable Object argument) {
    if (isThere(argument) == (meaning == Meaning.WAIVER)) {
      remember(type, resource, places.nowhere(type), State.EXEMPT);
    }
  }

  /** What is opened for it later, maybe by another thread, counts as opened here. */
  void asks(TrackedType type, Object asker) {
    TrackedType name = type.role() == Role.HANDOUT ? Stretch.name(type) : type;
    Place outer = Stretch.place();
    Place place = outer == null ? places.asking(name, asker) : places.as(name, outer);
    remember(name, asker, place == null ? outer : place, State.EXEMPT);
  }

  /** Something works for another, which may have asked. */
  void acts(TrackedType type, Object worker, @Nullable Object argument) {
    Tracked asker = argument == null ? null : table.find(argument);
    if (asker != null) {
      remember(type, worker, asker.place, State.EXEMPT);
    }
  }

  /** A stretch begins on this thread. */
  void entered(TrackedType type, Meaning meaning, @Nullable Object argument) {
    stretches.enter(type, meaning, argument);
  }

  /** A stretch ends well. */
  void left(TrackedType type, Meaning meaning, @Nullable Object argument) {
    stretches.leave(type, meaning, argument);
  }

  /** A stretch ends with an exception. */
  void failed(TrackedType type) {
    stretches.fail(type);
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
    meet(type, resource);
    closes.begin(type, resource);
  }

  /** A close that has ended well. */
  void closed(Object resource) {
    closes.end(resource);
  }

  /** A close that has ended with an exception. */
  void closeThrew(Object resource, Throwable exception) {
    closes.fail(resource, exception);
  }

  /** A close of one of a type that leaves something else open. */
  void closedInVain(TrackedType type, Object resource, Object left) {
    closes.inVain(type, resource, left);
  }

  /** A close, if nothing is left of what it would let go of. */
  void emptied(TrackedType type, Object resource, @Nullable Object rest) {
    if (!isThere(rest)) {
      closing(type, resource);
      closed(resource);
    }
  }

  /** A use, such as a request. */
  void used(TrackedType type, Object resource, Meaning meaning, @Nullable Object target) {
    meet(type, resource);
    uses.used(resource, meaning, target);
  }

  /** A fault of Ajar's own: counted, and the first one told. Never throws. */
  public void fault(Throwable fault) {
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

  private void relate(Tracked tracked, Meaning meaning, Object argument) {
    Tracked other = table.find(argument);
    if (other == null && (meaning == Meaning.PART || meaning == Meaning.OWNER)) {
      Adoption late = adoption;
      other = late == null ? null : late.takeIn(argument);
    }
    if (other == null) {
      return;
    }
    if (meaning == Meaning.PART) {
      // A client that is given one to close makes it a part; the parts proper may be shared.
      Lives.join(tracked, other, other.type.role() != Role.PART);
    } else if (meaning == Meaning.OWNER) {
      Lives.join(other, tracked, false);
    }
  }

  private void remember(TrackedType type, Object resource, @Nullable Place place, State state) {
    table.remember(resource, type, place, state, clock.now());
  }

  private static boolean isThere(@Nullable Object argument) {
    return argument != null
        && argument != Boolean.FALSE
        && !(argument instanceof Collection<?> list && list.isEmpty());
  }
}
