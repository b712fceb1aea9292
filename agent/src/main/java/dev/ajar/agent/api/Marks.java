package dev.ajar.agent.api;

import dev.ajar.agent.track.Clock;
import dev.ajar.agent.track.Scopes;
import dev.ajar.ledger.Ledger;
import dev.ajar.ledger.LedgerWriter;

/**
 * The moments that the application marks; the ledger keeps them all, up to a bound. Thread-safe.
 */
final class Marks {

  private static final int MOST = 1_000;

  private final LedgerWriter ledger;
  private final Clock clock;
  private int count;

  Marks(LedgerWriter ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  synchronized void set(String name) {
    if (count < MOST) {
      long now = clock.now();
      ledger.fact(Ledger.MARK, now + " " + Scopes.cut(name));
      while (clock.now() == now) { // so that what is opened next is later
        Thread.onSpinWait();
      }
    } else if (count == MOST) {
      ledger.problem("more than 1,000 marks were set; the report goes by the 1,000th");
    }
    count = Math.min(count + 1, MOST + 1);
  }
}
