package dev.ajar.report;

import dev.ajar.ledger.Histogram;
import dev.ajar.ledger.Ledger;
import java.util.List;

/** How long the resources of one place lived that live no more, and what they were used for. */
final class Lifespans {

  /** The most requests of each bucket; that of the last is open. */
  private static final int[] MOST_REQUESTS = {0, 1, 3, Integer.MAX_VALUE};

  private final long[] lives = new long[Histogram.LIVES];
  private final long[] requests = new long[MOST_REQUESTS.length];
  private long total;
  private long longest;

  static Lifespans of(Place place) {
    Lifespans lifespans = new Lifespans();
    for (Ledger.Site site : place.sites()) {
      lifespans.add(lifespans.lives, site.counts().lives());
      lifespans.add(lifespans.requests, site.counts().requests());
      lifespans.total += Figures.count(site.counts().lifeTotal());
      lifespans.longest = Math.max(lifespans.longest, site.counts().lifeMax());
    }
    return lifespans;
  }

  /** How many ended. */
  long ended() {
    return sum(lives, 0);
  }

  /** How many of them made a request. */
  long used() {
    return sum(requests, 1);
  }

  /** The sum of the lives, in ms. */
  long total() {
    return total;
  }

  /**
   * A time in ms that so many percent of the lives did not exceed: the upper bound of a bucket, but
   * never above the longest life. 0 if none has ended.
   */
  long within(int percent) {
    int bucket = bucket(lives, percent);
    return bucket < 0 ? 0 : Math.min(Histogram.lifeBound(bucket), Math.max(1, longest));
  }

  /** The requests that half of them did not exceed: 0, 1, 3, or {@link Integer#MAX_VALUE}. */
  int medianRequests() {
    int bucket = bucket(requests, 50);
    return bucket < 0 ? 0 : MOST_REQUESTS[bucket];
  }

  private void add(long[] to, List<Integer> counts) {
    for (int bucket = 0; bucket < Math.min(to.length, counts.size()); bucket++) {
      to[bucket] += Math.max(0, counts.get(bucket));
    }
  }

  /** The bucket in which so many percent are reached, -1 if there are none. */
  private static int bucket(long[] counts, int percent) {
    long wanted = (sum(counts, 0) * percent + 99) / 100;
    long reached = 0;
    for (int bucket = 0; bucket < counts.length; bucket++) {
      reached += counts[bucket];
      if (reached > 0 && reached >= wanted) {
        return bucket;
      }
    }
    return -1;
  }

  private static long sum(long[] counts, int from) {
    long sum = 0;
    for (int bucket = from; bucket < counts.length; bucket++) {
      sum += counts[bucket];
    }
    return sum;
  }

  private Lifespans() {}
}
