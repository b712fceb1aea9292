package dev.ajar.agent.track;

import dev.ajar.ledger.Ledger;
import dev.ajar.ledger.LedgerWriter;
import dev.ajar.ledger.Loss;
import dev.ajar.ledger.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** A tracker over a ledger, and what it wrote there. */
final class Tracking {

  final LedgerWriter ledger;
  final Tracker tracker;
  final AtomicBoolean shutdownBegan = new AtomicBoolean();
  private final List<Object> kept = new ArrayList<>();
  private int kinds;

  Tracking() {
    this(LedgerWriter.open(null, 1_000, 1));
  }

  Tracking(LedgerWriter ledger) {
    this.ledger = ledger;
    this.tracker =
        new Tracker(
            ledger,
            new Clock(System.currentTimeMillis(), System.nanoTime()),
            new Stacks(32, null),
            shutdownBegan::get);
  }

  Kind client(Kind.Trait... traits) {
    return kind(Role.CLIENT, traits);
  }

  Kind part(Kind.Trait... traits) {
    return kind(Role.PART, traits);
  }

  Kind handout(Kind.Trait... traits) {
    return kind(Role.HANDOUT, traits);
  }

  /** A new object that is not collected during the test. */
  synchronized Object kept() {
    Object resource = new Object();
    kept.add(resource);
    return resource;
  }

  List<Ledger.Live> live() {
    return ledger.read().live();
  }

  long lost(Loss loss) {
    return ledger.read().losses().get(loss);
  }

  private Kind kind(Role role, Kind.Trait... traits) {
    return new Kind(this, role, "kind " + ++kinds, List.of(traits));
  }
}
