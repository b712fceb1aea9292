package dev.ajar.agent.track;

import dev.ajar.agent.catalog.Point.Meaning;
import dev.ajar.agent.track.Tracked.State;
import dev.ajar.ledger.Incident;
import dev.ajar.ledger.LiveSlot;
import dev.ajar.ledger.SiteKind;
import org.jspecify.annotations.Nullable;

/** Follows uses, such as requests, and those that come after the close. Thread-safe. */
final class Uses {

  private enum Use {
    OF_OPEN,
    AFTER_CLOSE,
    NONE
  }

  private final TrackedTable table;
  private final Places places;
  private final Lives lives;
  private final ThreadNames names;
  private final Clock clock;

  Uses(TrackedTable table, Places places, Lives lives, ThreadNames names, Clock clock) {
    this.table = table;
    this.places = places;
    this.lives = lives;
    this.names = names;
    this.clock = clock;
  }

  /** A use, of whatever state its resource is in. */
  void used(Object resource, Meaning meaning, @Nullable Object target) {
    Tracked tracked = table.find(resource);
    if (tracked == null) {
      return;
    }
    Use use = use(tracked);
    if (use == Use.AFTER_CLOSE) {
      late(tracked, resource);
    }
    if (use != Use.OF_OPEN) {
      return;
    }
    String host =
        target == null
            ? null
            : meaning == Meaning.HOST ? Target.host(target) : Target.in(target.toString());
    if (host != null) {
      tracked.place.host(host);
    }
    // What it lies inside is used through it, unless its rule can tell that by itself.
    Tracked holder = tracked.holder();
    while (holder != null && !holder.type.knowsItsUses() && use(holder) == Use.OF_OPEN) {
      if (host != null) {
        holder.place.host(host);
      }
      holder = holder.holder();
    }
  }

  /** Counts it, unless it comes after the close. */
  private Use use(Tracked tracked) {
    long now = clock.now();
    synchronized (tracked) {
      if (tracked.state == State.EXEMPT) {
        return Use.NONE;
      }
      lives.beginUnused(tracked);
      if (tracked.state == State.CLOSED) {
        return tracked.type.usableAfterClose() || tracked.mayBeUsedLate
            ? Use.NONE
            : Use.AFTER_CLOSE;
      }
      LiveSlot slot = tracked.slot;
      if (slot != null) {
        slot.used(now);
      } else {
        tracked.place.row().used(now);
      }
      return Use.OF_OPEN;
    }
  }

  private void late(Tracked tracked, Object resource) {
    int before;
    synchronized (tracked) {
      before = tracked.lateUses;
      tracked.lateUses = Math.min(before + 1, Tracked.MAX_STACKS);
    }
    tracked.place.row().usedAfterClose(before == 0);
    if (before == Tracked.MAX_STACKS) {
      return;
    }
    Place here = places.here(tracked.type, resource, SiteKind.LATE_USE);
    if (here != null) {
      Thread thread = Thread.currentThread();
      here.usedLateHere(clock.now(), thread, names.number(thread));
    }
    tracked.place.incident(Incident.Kind.LATE_USE, here, tracked.closer, null);
  }
}
