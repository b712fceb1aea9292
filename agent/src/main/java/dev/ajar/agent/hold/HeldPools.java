package dev.ajar.agent.hold;

import dev.ajar.agent.jdk.OwnThread;
import dev.ajar.agent.track.Opened;
import dev.ajar.ledger.Held;
import dev.ajar.ledger.HeldWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Asks the open resources for their own counters, on a thread that may get stuck in a library: what
 * it has not told in time is unknown.
 */
final class HeldPools implements Runnable {

  private static final int MOST = 1_024;

  private final List<Opened.Resource> resources = new ArrayList<>();
  private final Map<Integer, long[]> bySite = new TreeMap<>();
  private boolean told;

  private HeldPools(List<Opened.Resource> open) {
    for (Opened.Resource resource : open) {
      if (!resource.type().holding().counters().isEmpty()) {
        resources.add(resource);
        sums(resource.site())[0]++;
      }
    }
  }

  /**
   * Asks, and writes what came in time.
   *
   * @param millis how long to wait for all answers together
   */
  static long measure(List<Opened.Resource> open, HeldWriter held, long millis) {
    HeldPools pools = new HeldPools(open);
    if (pools.resources.isEmpty()) {
      return 0;
    }
    Thread asker = OwnThread.start("ajar-count", pools);
    try {
      asker.join(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return pools.tell(held);
  }

  @Override
  public void run() {
    int left = MOST;
    for (Opened.Resource resource : resources) {
      if (left-- == 0) {
        return;
      }
      Object object = resource.object();
      PoolCount count = null;
      if (object != null) {
        try {
          count = PoolCount.of(object, resource.type().holding().counters());
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
          continue; // it was asked and has not answered
        }
      }
      if (!add(resource.site(), count)) {
        return; // too late
      }
    }
  }

  /** Adds an answer; one that is null is of a sort that does not count. */
  private synchronized boolean add(int site, @Nullable PoolCount count) {
    if (told) {
      return false;
    }
    long[] sums = sums(site);
    if (count == null) {
      sums[0]--;
      return true;
    }
    sums[1]++;
    sums[2] += count.leased();
    sums[3] += count.available();
    sums[4] += count.pending();
    sums[5] += count.exhausted() ? 1 : 0;
    return true;
  }

  private synchronized long tell(HeldWriter held) {
    told = true;
    long busy = 0;
    for (Map.Entry<Integer, long[]> site : bySite.entrySet()) {
      long[] sums = site.getValue();
      busy += sums[2] + sums[4];
      if (sums[0] > 0) {
        held.pools(
            new Held.Pools(site.getKey(), sums[0], sums[1], sums[2], sums[3], sums[4], sums[5]));
      }
    }
    return busy;
  }

  private long[] sums(int site) {
    long[] sums = bySite.get(site);
    if (sums == null) {
      sums = new long[6];
      bySite.put(site, sums);
    }
    return sums;
  }
}
