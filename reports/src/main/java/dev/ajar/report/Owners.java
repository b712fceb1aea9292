package dev.ajar.report;

import dev.ajar.ledger.Ledger;
import dev.ajar.ledger.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who owns whom among the live resources; a part goes with its owner. */
final class Owners {

  /** Owners above owners; a damaged ledger may have a ring of them. */
  private static final int MAX_DEPTH = 8;

  private final List<Ledger.Live> live;
  private final Places places;
  private final Map<Integer, Ledger.Live> bySlot = new HashMap<>();

  private final @Nullable Moment asOf;

  private Owners(List<Ledger.Live> live, Places places, @Nullable Moment asOf) {
    this.live = live;
    this.places = places;
    this.asOf = asOf;
  }

  static Owners of(List<Ledger.Live> live, Places places, @Nullable Moment asOf) {
    Owners owners = new Owners(live, places, asOf);
    for (Ledger.Live resource : live) {
      owners.bySlot.put(resource.slot(), resource);
    }
    return owners;
  }

  /**
   * Counts each part with its owner, where that is known and not closed, and leaves what belongs to
   * an owner that is being closed to that close.
   */
  void takeParts() {
    for (Ledger.Live resource : live) {
      Place place = places.of(resource);
      if (place == null || resource.closing() || resource.closeThrew()) {
        continue;
      }
      if (belongsToClosing(resource)) {
        place.leaveOpenToOwner();
      } else {
        leave(resource, place, countsWithOwner(resource, place) ? holder(resource) : null);
      }
    }
    for (Place place : places.all()) {
      if (isPart(place) && place.unclosed() > 0) {
        place.leaveToAbandonedOwners(abandonedClients(place));
      }
    }
  }

  private static void leave(Ledger.Live resource, Place place, @Nullable Place holder) {
    if (holder != null) {
      place.leaveOpenToOwner();
      holder.hold(place.type());
    } else if (resource.closedInVain()) {
      place.addClosedInVain();
    }
  }

  /** Where the outermost owner of a part was opened, or null if its owner is not open. */
  private @Nullable Place holder(Ledger.Live part) {
    Place holder = null;
    Ledger.Live inner = part;
    for (int depth = 0; depth < MAX_DEPTH; depth++) {
      Ledger.Live owner = bySlot.get(inner.owner());
      Place place = owner == null || isBeingClosed(owner) ? null : places.of(owner);
      if (owner == null || place == null) {
        return holder;
      }
      holder = place;
      if (!countsWithOwner(owner, place)) {
        return holder;
      }
      inner = owner;
    }
    return holder;
  }

  private boolean isBeingClosed(Ledger.Live resource) {
    return resource.closing() && !Places.isStuck(resource, asOf);
  }

  /** Whether an owner, or an owner's owner, has a close that goes on in the background. */
  private boolean belongsToClosing(Ledger.Live resource) {
    Ledger.Live owner = bySlot.get(resource.owner());
    for (int depth = 0; depth < MAX_DEPTH && owner != null; depth++) {
      if (isBeingClosed(owner) && owner.closingSince() != 0) {
        return true;
      }
      owner = bySlot.get(owner.owner());
    }
    return false;
  }

  /**
   * Clients collected while open that were opened in the same line as the part. Their slots are
   * gone, and with them the word that the part was theirs.
   */
  private long abandonedClients(Place part) {
    long abandoned = 0;
    for (Place place : places.all()) {
      if (place.type().role() == Role.CLIENT
          && place.type().library().equals(part.type().library())
          && place.frame() != null
          && place.frame().equals(part.frame())) {
        abandoned += place.tally().abandoned();
      }
    }
    return abandoned;
  }

  private static boolean countsWithOwner(Ledger.Live resource, Place place) {
    return resource.inside() || isPart(place);
  }

  private static boolean isPart(Place place) {
    return place.type().role() == Role.PART;
  }
}
