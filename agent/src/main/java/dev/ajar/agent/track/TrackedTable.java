package dev.ajar.agent.track;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is tracked by the identity of the resource, without keeping it alive. Striped, so that
 * threads rarely meet.
 */
final class TrackedTable {

  private static final int STRIPES = 64; // a power of two

  private final Stripe[] stripes = new Stripe[STRIPES];
  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

  TrackedTable() {
    for (int at = 0; at < STRIPES; at++) {
      stripes[at] = new Stripe();
    }
  }

  /** What is tracked for a resource, or null. */
  @Nullable Tracked find(Object resource) {
    int identity = System.identityHashCode(resource);
    return stripe(identity).find(resource, identity);
  }

  /**
   * Puts it in, unless its resource is tracked already: then that is returned, and null otherwise.
   */
  @Nullable Tracked addIfAbsent(Object resource, Tracked tracked) {
    return stripe(tracked.identity).addIfAbsent(resource, tracked);
  }

  /** One that follows a resource, to be put in. */
  Tracked track(Object resource, TrackedType type, Place place, long at) {
    return new Tracked(resource, collected, type, place, at);
  }

  /** Keeps an object that does not count as opened, or not any more, from doing so. */
  void remember(
      Object resource, TrackedType type, @Nullable Place place, Tracked.State state, long at) {
    if (place != null) {
      Tracked known = track(resource, type, place, at);
      known.state = state;
      addIfAbsent(resource, known);
    }
  }

  /** Takes out one whose resource was collected, and returns it; null if there is none. */
  @Nullable Tracked pollCollected() {
    Reference<?> gone = collected.poll();
    if (gone == null) {
      return null;
    }
    Tracked tracked = (Tracked) gone;
    remove(tracked);
    return tracked;
  }

  /** Takes it out; false if it was not in. */
  boolean remove(Tracked tracked) {
    return stripe(tracked.identity).remove(tracked);
  }

  /** All that is in it. */
  List<Tracked> all() {
    List<Tracked> all = new ArrayList<>();
    for (Stripe stripe : stripes) {
      stripe.addTo(all);
    }
    return all;
  }

  private Stripe stripe(int identity) {
    return stripes[identity & (STRIPES - 1)];
  }

  /** A small chained hash table. */
  private static final class Stripe {

    private @Nullable Tracked[] buckets = new Tracked[16];
    private int size;

    synchronized @Nullable Tracked find(Object resource, int identity) {
      Tracked at = buckets[bucket(identity, buckets.length)];
      while (at != null && (at.identity != identity || !at.refersTo(resource))) {
        at = at.next;
      }
      return at;
    }

    synchronized @Nullable Tracked addIfAbsent(Object resource, Tracked tracked) {
      Tracked known = find(resource, tracked.identity);
      if (known != null) {
        return known;
      }
      if (size > buckets.length) {
        grow();
      }
      put(buckets, tracked);
      size++;
      return null;
    }

    synchronized boolean remove(Tracked tracked) {
      int bucket = bucket(tracked.identity, buckets.length);
      Tracked before = null;
      Tracked at = buckets[bucket];
      while (at != null && at != tracked) {
        before = at;
        at = at.next;
      }
      if (at == null) {
        return false;
      }
      if (before == null) {
        buckets[bucket] = at.next;
      } else {
        before.next = at.next;
      }
      at.next = null;
      size--;
      return true;
    }

    synchronized void addTo(List<Tracked> all) {
      for (Tracked first : buckets) {
        for (Tracked at = first; at != null; at = at.next) {
          all.add(at);
        }
      }
    }

    private void grow() {
      @Nullable Tracked[] larger = new Tracked[buckets.length * 2];
      for (Tracked first : buckets) {
        Tracked at = first;
        while (at != null) {
          Tracked next = at.next;
          put(larger, at);
          at = next;
        }
      }
      buckets = larger;
    }

    private static void put(@Nullable Tracked[] buckets, Tracked tracked) {
      int bucket = bucket(tracked.identity, buckets.length);
      tracked.next = buckets[bucket];
      buckets[bucket] = tracked;
    }

    private static int bucket(int identity, int buckets) {
      return (identity / STRIPES) & (buckets - 1);
    }
  }
}
