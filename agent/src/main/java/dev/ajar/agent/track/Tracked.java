package dev.ajar.agent.track;

import dev.ajar.ledger.LiveSlot;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One resource, held weakly, and its state. Its own monitor guards everything but the links. */
final class Tracked extends WeakReference<Object> {

  /** Where a resource stands in its life. */
  enum State {
    OPEN,
    CLOSING,
    CLOSED,
    ABANDONED,
    /** Never to be closed. */
    EXEMPT
  }

  final int identity;
  final TrackedType type;
  final Place place;
  final long opened;
  State state = State.OPEN;
  @Nullable LiveSlot slot;
  private @Nullable Tracked owner;
  private @Nullable List<Tracked> earlierOwners;
  private @Nullable List<Tracked> belongings;

  /** The next in the same bucket of the {@link TrackedTable}, which guards it. */
  @Nullable Tracked next;

  /**
   * @param opened wall-clock time in ms since the epoch
   */
  Tracked(
      Object resource, ReferenceQueue<Object> queue, TrackedType type, Place place, long opened) {
    super(resource, queue);
    this.identity = System.identityHashCode(resource);
    this.type = type;
    this.place = place;
    this.opened = opened;
  }

  synchronized boolean isClosed() {
    return state == State.CLOSED;
  }

  /** What it belongs to, the latest if several share it, or null. */
  synchronized @Nullable Tracked owner() {
    return owner;
  }

  /** Notes what it belongs to from now on, beside what it belonged to before. */
  synchronized void join(Tracked another) {
    if (owner != null) {
      if (earlierOwners == null) {
        earlierOwners = new ArrayList<>(1);
      }
      earlierOwners.add(owner);
    }
    owner = another;
  }

  /** Notes that it belongs to one of its owners no longer. */
  synchronized void leave(Tracked left) {
    if (left != owner) {
      if (earlierOwners != null) {
        earlierOwners.remove(left); // identity: a reference has no equals of its own
      }
    } else if (earlierOwners == null || earlierOwners.isEmpty()) {
      owner = null;
    } else {
      owner = earlierOwners.remove(earlierOwners.size() - 1);
    }
  }

  /**
   * Notes that another resource is a part of this one, or was handed out by it; false if that is
   * known.
   */
  synchronized boolean own(Tracked belonging) {
    if (belongings == null) {
      belongings = new ArrayList<>(2);
    }
    return !belongings.contains(belonging) && belongings.add(belonging);
  }

  synchronized void disown(Tracked belonging) {
    if (belongings != null) {
      belongings.remove(belonging);
    }
  }

  /** Lets go of everything that belongs to this one, and returns it. */
  synchronized List<Tracked> release() {
    List<Tracked> released = belongings == null ? List.of() : belongings;
    belongings = null;
    return released;
  }
}
