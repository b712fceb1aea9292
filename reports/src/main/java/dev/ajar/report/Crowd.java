package dev.ajar.report;

import dev.ajar.ledger.Ledger;
import java.util.ArrayList;
import java.util.List;

/** Adds up who opened at a place and what for, over the stacks that led there. */
final class Crowd {

  /**
   * The threads of a place. The ledger counts different ones for each stack, so that over several
   * stacks only bounds are known.
   */
  static Finding.Threads threads(Place place, long limit) {
    long sum = 0;
    long most = 0;
    long virtual = 0;
    boolean more = false;
    List<String> names = new ArrayList<>();
    for (Ledger.Site site : place.sites()) {
      Ledger.Counts counts = site.counts();
      long threads = Figures.count(counts.threads());
      sum += threads;
      most = Math.max(most, threads);
      virtual += Figures.count(counts.onVirtual());
      more |= addAll(names, counts.threadNames()) || counts.moreThreadNames();
    }
    Finding.Bound bound =
        limit > 0 && most >= limit
            ? Finding.Bound.AT_LEAST
            : sum == most ? Finding.Bound.EXACT : Finding.Bound.AT_MOST;
    long count = bound == Finding.Bound.AT_LEAST ? most : sum;
    return new Finding.Threads(count, bound, names, more, virtual);
  }

  /** The requests through all that was opened at a place, ended lives and live ones. */
  static Finding.Requests requests(Place place) {
    long count = 0;
    long first = 0;
    long last = 0;
    boolean more = false;
    List<String> hosts = new ArrayList<>();
    for (Ledger.Site site : place.sites()) {
      Ledger.Counts counts = site.counts();
      count += Figures.count(counts.uses());
      first = Place.earlier(first, counts.firstUsed());
      last = Math.max(last, counts.lastUsed());
      more |= addAll(hosts, counts.hosts()) || counts.moreHosts();
    }
    for (Ledger.Live live : place.live()) {
      count += Figures.count(live.uses());
      first = Place.earlier(first, live.firstUsed());
      last = Math.max(last, live.lastUsed());
    }
    return new Finding.Requests(count, Moment.orNull(first), Moment.orNull(last), hosts, more);
  }

  /** Adds names not yet there, a few; whether some found no room. */
  private static boolean addAll(List<String> names, List<String> added) {
    boolean more = false;
    for (String name : added) {
      if (!names.contains(name)) {
        if (names.size() < Thresholds.NAMES) {
          names.add(name);
        } else {
          more = true;
        }
      }
    }
    return more;
  }

  private Crowd() {}
}
