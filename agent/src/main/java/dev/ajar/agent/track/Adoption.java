package dev.ajar.agent.track;

import dev.ajar.ledger.Role;
import dev.ajar.ledger.SiteKind;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what was open before Ajar came, when it is first seen to be used or closed, or to hand
 * something out. Thread-safe.
 */
final class Adoption {

  private final TrackedTable table;
  private final Places places;
  private final Lives lives;
  private final Clock clock;
  private final List<TrackedType> types = new CopyOnWriteArrayList<>();

  Adoption(TrackedTable table, Places places, Lives lives, Clock clock) {
    this.table = table;
    this.places = places;
    this.lives = lives;
    this.clock = clock;
  }

  /** Notes a type of this run. */
  void know(TrackedType type) {
    types.add(type);
  }

  /** Takes in an object of whatever type it is; null if it is none that stands for itself. */
  @Nullable Tracked takeIn(Object object) {
    for (TrackedType type : types) {
      Tracked taken = takeIn(type, object);
      if (taken != null) {
        return taken;
      }
    }
    return null;
  }

  /**
   * Takes in an object that is not tracked, as one of a type; null if it is none, if it may not
   * count, or if another thread has just done so.
   */
  @Nullable Tracked takeIn(TrackedType type, Object resource) {
    // What was handed out has a life too short to tell anything of what came before.
    if (type.role() == Role.HANDOUT || !type.opens(resource.getClass())) {
      return null;
    }
    SiteKind kind = type.maySpare() ? SiteKind.DOUBTFUL_ADOPTION : SiteKind.ADOPTION;
    Place place = places.here(type, resource, kind);
    if (place == null) {
      return null;
    }
    Tracked tracked = table.track(resource, type, place, clock.now());
    synchronized (tracked) { // a close that comes at once waits until the slot is there
      if (table.addIfAbsent(resource, tracked) != null) {
        return null;
      }
      tracked.mayBeUsedLate = true; // nobody knows what it was told before
      lives.begin(tracked, null);
    }
    return tracked;
  }
}
