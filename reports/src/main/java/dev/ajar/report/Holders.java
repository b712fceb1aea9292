package dev.ajar.report;

import dev.ajar.ledger.Held;
import dev.ajar.ledger.Ledger;
import dev.ajar.ledger.ResourceType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells each place what of the held is its own, and never more than can be known. */
final class Holders {

  private final Held held;
  private final List<Place> places;
  private final PoolHolders pools;
  private final SocketHolders sockets;

  private Holders(Held held, Ledger ledger, Places places) {
    this.held = held;
    this.places = places.all();
    this.pools = new PoolHolders(held, ledger, places);
    this.sockets = new SocketHolders(held, this.places);
  }

  /**
   * Tells all places, and returns what the process held.
   *
   * @return null if the process was not measured
   */
  static @Nullable ProcessHolds tell(Ledger ledger, Places places) {
    Held held = ledger.held();
    if (held == null) {
      return null;
    }
    Holders holders = new Holders(held, ledger, places);
    for (Place place : holders.places) {
      if (holdsSomething(place)) {
        place.holds(
            new Holds(holders.threads(place), holders.sockets.of(place), holders.pools.of(place)));
      }
    }
    holders.pools.tellExhausted();
    return ProcessHolds.of(held, holders.hang(ledger));
  }

  private static boolean holdsSomething(Place place) {
    return place.unclosed() > 0 || place.tally().closing() > 0;
  }

  private List<Holds.Threads> threads(Place place) {
    List<Holds.Threads> all = new ArrayList<>();
    for (Held.Threads threads : held.threads()) {
      if (mayHold(place, threads)) {
        List<Place> holders = holders(threads);
        boolean exact = holders.size() == 1 && nothingElseOpened(threads, place);
        all.add(
            new Holds.Threads(
                threads.name(),
                threads.daemon(),
                Figures.count(threads.count()),
                exact ? Finding.Bound.EXACT : Finding.Bound.AT_MOST,
                holders.size()));
      }
    }
    return all;
  }

  /** Whether threads may be of what a place holds: itself, or parts of it. */
  private static boolean mayHold(Place place, Held.Threads threads) {
    for (ResourceType type : threads.types()) {
      if (is(place.type(), type)) {
        return true;
      }
      for (Finding.Part part : place.parts()) {
        if (part.name().equals(type.name()) && part.className().equals(type.className())) {
          return true;
        }
      }
    }
    return false;
  }

  private List<Place> holders(Held.Threads threads) {
    List<Place> holders = new ArrayList<>();
    for (Place place : places) {
      if (holdsSomething(place) && mayHold(place, threads)) {
        holders.add(place);
      }
    }
    return holders;
  }

  /** Whether none of these types was ever closed or collected, so that no thread is left over. */
  private boolean nothingElseOpened(Held.Threads threads, Place holder) {
    for (Place place : places) {
      for (ResourceType type : threads.types()) {
        if (is(place.type(), type) && place.tally().opened() != place.tally().open()) {
          return false;
        }
      }
    }
    return holder.tally().opened() == holder.tally().open();
  }

  private static boolean is(ResourceType one, ResourceType other) {
    return one.name().equals(other.name()) && one.className().equals(other.className());
  }

  private ProcessHolds.@Nullable Hang hang(Ledger ledger) {
    Moment since = Moment.orNull(Header.number(ledger.facts().get("hang.since")));
    if (since == null) {
      return null;
    }
    List<String> by = new ArrayList<>();
    for (Held.Threads threads : held.threads()) {
      if (threads.daemon()) {
        continue;
      }
      for (Place place : holders(threads)) {
        place.hangs();
        by.add(by(place, threads));
      }
    }
    return new ProcessHolds.Hang(since, by);
  }

  private static String by(Place place, Held.Threads threads) {
    StringBuilder by = new StringBuilder(Figures.grouped(place.unclosed())).append(" x ");
    by.append(place.type().name());
    Blame blame = place.blame();
    if (blame != null) {
      by.append(" opened at ").append(blame.at());
    }
    by.append(": ").append(Figures.grouped(threads.count()));
    by.append(threads.count() == 1 ? " thread \"" : " threads \"").append(threads.name());
    return by.append('"').toString();
  }
}
