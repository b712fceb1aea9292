package dev.ajar.agent.track;

import dev.ajar.ledger.LiveSlot;
import dev.ajar.ledger.Role;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One resource, held weakly, and its state. Its own monitor guards everything but the links. */
final class Tracked extends WeakReference<Object> {

  /** Where a resource stands in its life. */
  enum State {
    /** Made, but not open before it is used. */
    UNUSED,
    OPEN,
    CLOSING,
    /** Its close ended with an exception, which a later one may make good. */
    CLOSE_THREW,
    CLOSED,
    ABANDONED,
    /** No resource, or one that is never to be closed. */
    EXEMPT
  }

  /** Failed closes, and late uses, that a stack is taken of; further ones are only counted. */
  static final int MAX_STACKS = 3;

  final int identity;
  final TrackedType type;
  final Place place;
  final long opened;
  State state = State.OPEN;
  volatile @Nullable LiveSlot slot;

  /** The cell of its scope + 1, 0 for none; the {@link Labels} of its place guard it. */
  byte scopeCell;

  // Where it was closed, or null if that is not known.
  volatile @Nullable Place closer;
  // Whether its uses after its close are no fault: it was closed in the shutdown, say.
  boolean mayBeUsedLate;
  boolean everThrew;
  private boolean closedInVain;

  // Failed closes, and late uses, that a stack was taken of.
  int incidents;
  int lateUses;
  private @Nullable List<Tracked> owners;
  private @Nullable List<Tracked> belongings;
  private boolean inside;
  private boolean ownerLost;

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

  synchronized boolean isOpen() {
    return state == State.OPEN;
  }

  /** Whether it is open, or will be once it is used. */
  synchronized boolean isThere() {
    return state == State.OPEN || state == State.UNUSED;
  }

  synchronized boolean isClosed() {
    return state == State.CLOSED;
  }

  synchronized boolean isExempt() {
    return state == State.EXEMPT;
  }

  /** Notes a close that leaves something else open; false if there was one already. */
  synchronized boolean firstCloseInVain() {
    boolean first = !closedInVain;
    closedInVain = true;
    return first;
  }

  /**
   * Notes that another resource is a part of this one, or was handed out by it; false if that is
   * known already.
   */
  synchronized boolean own(Tracked belonging) {
    if (belongings == null) {
      belongings = new ArrayList<>(2);
    }
    return !belongings.contains(belonging) && belongings.add(belonging);
  }

  synchronized void disown(Tracked belonging) {
    if (belongings != null) {
      belongings.remove(belonging); // identity: a reference has no equals of its own
    }
  }

  /**
   * Notes that this one is a part of another, or was handed out by it; parts may be shared.
   *
   * @param counts whether it counts with its owner
   */
  synchronized void belongTo(Tracked owner, boolean counts) {
    if (owners == null) {
      owners = new ArrayList<>(1);
    }
    if (inside && !counts) {
      owners.add(0, owner);
    } else {
      owners.add(owner);
      inside = counts;
    }
    ownerLost = false;
    tellOwner();
  }

  /** Notes that it counts with an owner that is known already. */
  synchronized void countWith(Tracked owner) {
    if (owners != null && owners.remove(owner)) {
      belongTo(owner, true);
    }
  }

  /**
   * Notes that an owner is gone. The ledger names it no more, for its slot may become another's,
   * but one of the other owners, if there is one.
   */
  synchronized void outlive(Tracked owner) {
    if (owners != null) {
      owners.remove(owner);
    }
    ownerLost = !hasOwner() && owner.state != State.CLOSED;
    tellOwner();
  }

  /** Whether it was made by its owner, or is to be closed by it, and so counts with it. */
  synchronized boolean inside() {
    return inside;
  }

  /** The owner that it counts with, or null. */
  synchronized @Nullable Tracked holder() {
    return inside && owners != null && !owners.isEmpty() ? owners.get(owners.size() - 1) : null;
  }

  /** The owner that is known longest, or null. */
  synchronized @Nullable Tracked owner() {
    return owners == null || owners.isEmpty() ? null : owners.get(0);
  }

  synchronized boolean hasOwner() {
    return owners != null && !owners.isEmpty();
  }

  /**
   * Whether it counts with an owner which is there, or was collected just now, as it may be in the
   * same moment.
   */
  synchronized boolean goesWithOwner() {
    return (inside || type.role() == Role.PART) && (hasOwner() || ownerLost);
  }

  /** Tells the ledger what it belongs to. */
  synchronized void tellOwner() {
    if (slot != null) {
      Tracked owner = owners == null || owners.isEmpty() ? null : owners.get(owners.size() - 1);
      slot.ownedBy(owner == null ? null : owner.slot, owner != null && inside);
    }
  }

  /** Lets go of everything that this one belongs to, and returns it. */
  synchronized List<Tracked> leaveOwners() {
    List<Tracked> left = owners == null ? List.of() : owners;
    owners = null;
    return left;
  }

  /** Lets go of everything that belongs to this one, and returns it. */
  synchronized List<Tracked> release() {
    List<Tracked> released = belongings == null ? List.of() : belongings;
    belongings = null;
    return released;
  }
}
