package dev.ajar.report;

import dev.ajar.ledger.Histogram;
import dev.ajar.ledger.Ledger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Counts of one place, written by hand; what is not said is 0 or empty. */
public final class CountsBuilder {

  private long opened;
  private long closeBegun;
  private long closed;
  private long closedInShutdown;
  private long closedWithOwner;
  private long abandoned;
  private long uses;
  private long firstOpened;
  private long lastOpened;
  private long lastClosed;
  private long firstUsed;
  private long lastUsed;
  private long threads;
  private long onVirtual;
  private long lifeTotal;
  private long lifeMax;
  private final List<Integer> lives = new ArrayList<>(Collections.nCopies(12, 0));
  private final List<Integer> requests = new ArrayList<>(Collections.nCopies(4, 0));
  private List<String> threadNames = List.of();
  private boolean moreThreadNames;
  private List<String> hosts = List.of();
  private boolean moreHosts;
  private List<Integer> closers = List.of();
  private long usedAfterClose;
  private long usedLate;
  private long closeThrew;
  private long closedAfterThrow;
  private long closedInVain;
  private boolean moreIncidents;

  public static CountsBuilder opened(long count, long first, long last) {
    CountsBuilder counts = new CountsBuilder();
    counts.opened = count;
    counts.firstOpened = first;
    counts.lastOpened = last;
    return counts;
  }

  public static CountsBuilder opened(long count) {
    return opened(count, LedgerBuilder.NINE + 1_000, LedgerBuilder.NINE + 1_000);
  }

  public CountsBuilder closed(long count) {
    closed += count;
    closeBegun += count;
    return this;
  }

  public CountsBuilder closedInShutdown(long count) {
    closedInShutdown = count;
    return closed(count);
  }

  public CountsBuilder closing(long count) {
    closeBegun += count;
    return this;
  }

  public CountsBuilder closedWithOwner(long count) {
    closedWithOwner = count;
    return this;
  }

  public CountsBuilder abandoned(long count) {
    abandoned = count;
    return this;
  }

  public CountsBuilder lastClosed(long at) {
    lastClosed = at;
    return this;
  }

  public CountsBuilder uses(long count, long first, long last) {
    uses = count;
    firstUsed = first;
    lastUsed = last;
    return this;
  }

  /** So many lives that ended, each of a length in ms and with so many uses. */
  public CountsBuilder lived(int count, long millis, int used) {
    int bucket = 0;
    while (millis >= Histogram.lifeBound(bucket)) {
      bucket++;
    }
    lives.set(bucket, lives.get(bucket) + count);
    int most = used < 3 ? used : used == 3 ? 2 : 3;
    requests.set(most, requests.get(most) + count);
    lifeTotal += count * millis;
    lifeMax = Math.max(lifeMax, millis);
    return this;
  }

  public CountsBuilder threads(long count, String... names) {
    threads = count;
    threadNames = List.of(names);
    return this;
  }

  public CountsBuilder moreThreadNames() {
    moreThreadNames = true;
    return this;
  }

  public CountsBuilder onVirtual(long count) {
    onVirtual = count;
    return this;
  }

  public CountsBuilder hosts(String... names) {
    hosts = List.of(names);
    return this;
  }

  public CountsBuilder moreHosts() {
    moreHosts = true;
    return this;
  }

  public CountsBuilder closers(Integer... sites) {
    closers = List.of(sites);
    return this;
  }

  /** Uses of some of them after their close. */
  public CountsBuilder usedAfterClose(long count, long uses) {
    usedLate = count;
    usedAfterClose = uses;
    return this;
  }

  /** Closes that threw and were not made good. */
  public CountsBuilder closeThrew(long count) {
    closeThrew += count;
    return closing(count);
  }

  /** Closes that threw, and a later one ended well. */
  public CountsBuilder closedAfterThrow(long count) {
    closeThrew += count;
    closedAfterThrow += count;
    return closed(count);
  }

  public CountsBuilder closedInVain(long closes) {
    closedInVain = closes;
    return this;
  }

  public CountsBuilder moreIncidents() {
    moreIncidents = true;
    return this;
  }

  public Ledger.Counts build() {
    return new Ledger.Counts(
        opened,
        closeBegun,
        closed,
        closedInShutdown,
        closedWithOwner,
        abandoned,
        usedAfterClose,
        uses,
        firstOpened,
        lastOpened,
        lastClosed,
        firstUsed,
        lastUsed,
        threads,
        onVirtual,
        lifeTotal,
        lifeMax,
        lives,
        requests,
        threadNames,
        moreThreadNames,
        hosts,
        moreHosts,
        closers,
        false,
        closeThrew,
        closedAfterThrow,
        closedInVain,
        usedLate,
        moreIncidents);
  }
}
