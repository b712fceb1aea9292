package dev.ajar.report;

import dev.ajar.ledger.Held;
import dev.ajar.ledger.Ledger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which places asked the addresses that there are connections to. No name is looked up: an address
 * is a host's if both are written alike, or if it has the port of one named host only.
 */
final class SocketHolders {

  private final Held held;
  private final List<Place> places;

  SocketHolders(Held held, List<Place> places) {
    this.held = held;
    this.places = places;
  }

  /** The connections to hosts that a place asked; not those that may as well be to others. */
  List<Holds.Sockets> of(Place place) {
    List<Holds.Sockets> all = new ArrayList<>();
    for (Held.Sockets sockets : held.sockets()) {
      String host = asked(place, sockets.remote());
      int askers = host == null ? 0 : askers(sockets.remote());
      if (host != null && askers > 0 && all.size() < Thresholds.NAMES) {
        all.add(
            new Holds.Sockets(
                sockets.remote(),
                host,
                Figures.count(sockets.established()),
                Figures.count(sockets.closeWait()),
                askers));
      }
    }
    return all;
  }

  private static @Nullable String asked(Place place, String remote) {
    for (Ledger.Site site : place.sites()) {
      for (String host : site.counts().hosts()) {
        if (Address.mayBe(host, remote)) {
          return host;
        }
      }
    }
    return null;
  }

  /** How many places asked an address; 0 if that cannot be told. */
  private int askers(String remote) {
    Set<String> named = new LinkedHashSet<>();
    int askers = 0;
    for (Place place : places) {
      boolean asked = false;
      for (Ledger.Site site : place.sites()) {
        for (String host : site.counts().hosts()) {
          if (Address.mayBe(host, remote)) {
            asked = true;
            if (!Address.is(host, remote)) {
              named.add(host);
            }
          }
        }
      }
      askers += asked ? 1 : 0;
    }
    return named.size() > 1 ? 0 : askers;
  }
}
