package dev.ajar.ledger;

/** What the ledger can run out of; each loss is counted and said. */
public enum Loss {
  /** Openings counted, but under the place that stands for all further places of their type. */
  PLACES(0),
  /** Resources counted, but without a live slot: their own time, thread and requests are lost. */
  LIVE_SLOTS(1),
  /** Log records that found no room. */
  LOG_RECORDS(2),
  /** Faults of Ajar's own while it recorded. */
  FAULTS(3);

  private final int counter;

  Loss(int counter) {
    this.counter = counter;
  }

  /** The offset of this loss's counter in the header of the first chunk, in bytes. */
  int offset() {
    return Layout.AT_LOSSES + Long.BYTES * counter;
  }
}
