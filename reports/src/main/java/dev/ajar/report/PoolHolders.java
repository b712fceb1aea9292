package dev.ajar.report;

import dev.ajar.ledger.Held;
import dev.ajar.ledger.Ledger;
import dev.ajar.ledger.Role;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which places the pools are of: those of the clients that they lie in. */
final class PoolHolders {

  private static final int MAX_DEPTH = 8;

  private final Places places;
  private final Map<Integer, Ledger.Live> bySlot = new HashMap<>();
  private final Map<Integer, Held.Pools> bySite = new HashMap<>();
  private final Map<Place, Holds.Pools> byPlace = new LinkedHashMap<>();
  private final Map<Integer, Place> holders = new HashMap<>();
  private final Map<Place, Integer> handouts = new LinkedHashMap<>();

  PoolHolders(Held held, Ledger ledger, Places places) {
    this.places = places;
    for (Held.Pools pools : held.pools()) {
      bySite.put(pools.site(), pools);
    }
    for (Ledger.Live live : ledger.live()) {
      bySlot.put(live.slot(), live);
    }
    Set<Integer> shared = new HashSet<>();
    for (Ledger.Live live : ledger.live()) {
      if (bySite.containsKey(live.site())) {
        addHolder(live, shared);
      } else {
        addHandout(live);
      }
    }
    for (Map.Entry<Integer, Place> holder : holders.entrySet()) {
      Held.Pools pools = bySite.get(holder.getKey());
      if (pools != null && !shared.contains(holder.getKey())) {
        Holds.Pools known = byPlace.getOrDefault(holder.getValue(), Holds.Pools.NONE);
        byPlace.put(holder.getValue(), known.plus(pools));
      }
    }
  }

  /**
   * What the pools of a place say; null if it has none of its own. Those that responses keep
   * exhausted count for these as well.
   */
  Holds.@Nullable Pools of(Place place) {
    Integer site = handouts.get(place);
    Held.Pools leasedFrom = site == null ? null : bySite.get(site);
    return leasedFrom != null && leasedFrom.exhausted() > 0
        ? Holds.Pools.NONE.plus(leasedFrom)
        : byPlace.get(place);
  }

  /**
   * Tells places that a pool is exhausted: those of the responses that keep its connections, or
   * else the client's.
   */
  void tellExhausted() {
    Set<Integer> blamed = new HashSet<>();
    for (Map.Entry<Place, Integer> handout : handouts.entrySet()) {
      if (isExhausted(handout.getValue()) && handout.getKey().unclosed() > 0) {
        handout.getKey().exhausts();
        blamed.add(handout.getValue());
      }
    }
    for (Map.Entry<Integer, Place> holder : holders.entrySet()) {
      if (isExhausted(holder.getKey()) && !blamed.contains(holder.getKey())) {
        holder.getValue().exhausts();
      }
    }
  }

  private boolean isExhausted(int site) {
    Held.Pools pools = bySite.get(site);
    return pools != null && pools.exhausted() > 0;
  }

  /** Finds out whose a pool is; pools of one place that are of several clients are nobody's. */
  private void addHolder(Ledger.Live pool, Set<Integer> shared) {
    Place holder = places.of(pool);
    Ledger.Live inner = pool;
    for (int depth = 0; depth < MAX_DEPTH && holder != null; depth++) {
      Ledger.Live owner = bySlot.get(inner.owner());
      if (owner == null || places.of(owner) == null) {
        break;
      }
      holder = places.of(owner);
      inner = owner;
    }
    Place known = holder == null ? null : holders.putIfAbsent(pool.site(), holder);
    if (known != null && known != holder) {
      shared.add(pool.site());
    }
  }

  private void addHandout(Ledger.Live live) {
    Place place = places.of(live);
    if (place == null || place.type().role() != Role.HANDOUT) {
      return;
    }
    Ledger.Live owner = bySlot.get(live.owner());
    for (int depth = 0; depth < MAX_DEPTH && owner != null; depth++) {
      if (bySite.containsKey(owner.site())) {
        handouts.put(place, owner.site());
        return;
      }
      owner = bySlot.get(owner.owner());
    }
  }
}
