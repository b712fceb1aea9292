package dev.ajar.ledger;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes what the process holds at one moment: any number of threads, sockets and pools, then the
 * totals, without which a reader takes none of them.
 */
public final class HeldWriter {

  private final LedgerWriter ledger;

  HeldWriter(LedgerWriter ledger) {
    this.ledger = ledger;
  }

  /**
   * Notes live threads of one name.
   *
   * @param name the name, its numbers as {@code %d}
   * @param types numbers of the types that may have started them
   */
  public void threads(String name, boolean daemon, int count, List<Integer> types) {
    RecordLog.Payload payload = new RecordLog.Payload().string(name);
    payload.number(daemon ? 1 : 0).number(count).number(types.size());
    for (int type : types) {
      payload.number(type);
    }
    ledger.append(Layout.HELD_THREADS, payload);
  }

  /** Notes connections to one address. */
  public void sockets(String remote, int established, int closeWait) {
    ledger.append(
        Layout.HELD_SOCKETS,
        new RecordLog.Payload().string(remote).number(established).number(closeWait));
  }

  /** Notes what the pools of one place say. */
  public void pools(Held.Pools pools) {
    ledger.append(
        Layout.HELD_POOLS,
        new RecordLog.Payload()
            .number(pools.site())
            .number(pools.asked())
            .number(pools.answered())
            .number(pools.leased())
            .number(pools.available())
            .number(pools.pending())
            .number(pools.exhausted()));
  }

  /**
   * Completes the moment.
   *
   * @param at in ms since the epoch
   * @param totals counts by the names of {@link Held}; what is not known is left out
   */
  public void complete(long at, Map<String, Long> totals) {
    RecordLog.Payload payload = new RecordLog.Payload().number(at).number(totals.size());
    for (Map.Entry<String, Long> total : new TreeMap<>(totals).entrySet()) {
      payload.string(total.getKey()).number(total.getValue());
    }
    ledger.append(Layout.HELD, payload);
  }
}
