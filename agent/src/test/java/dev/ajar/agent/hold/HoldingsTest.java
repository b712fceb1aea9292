package dev.ajar.agent.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ajar.agent.catalog.Holding;
import dev.ajar.agent.catalog.Holding.Count;
import dev.ajar.agent.catalog.Holding.Keeps;
import dev.ajar.agent.catalog.Point;
import dev.ajar.agent.catalog.Rule;
import dev.ajar.agent.catalog.Value;
import dev.ajar.agent.track.Clock;
import dev.ajar.agent.track.Probe;
import dev.ajar.agent.track.Stacks;
import dev.ajar.agent.track.TrackedType;
import dev.ajar.agent.track.Tracker;
import dev.ajar.ledger.Contract;
import dev.ajar.ledger.Held;
import dev.ajar.ledger.LedgerWriter;
import dev.ajar.ledger.ResourceType;
import dev.ajar.ledger.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the process of this test holds. */
public class HoldingsTest {

  private final LedgerWriter ledger = LedgerWriter.open(null, 100, 1);
  private final Clock clock = new Clock(System.currentTimeMillis(), System.nanoTime());
  private final Tracker tracker = new Tracker(ledger, clock, new Stacks(32, null), () -> false);
  private final List<TrackedType> types = new ArrayList<>();
  private final List<Object> kept = new ArrayList<>();
  private final CountDownLatch done = new CountDownLatch(1);

  @AfterEach
  void let_go() {
    done.countDown();
  }

  @Test
  void counts_threads_that_bear_the_name_of_a_type() {
    TrackedType acme = type(thread("acme-*", null), thread("acme-timer-*", null));
    starts("acme-1", "acme-2", "acme-timer-1", "other-1");

    Held held = measure();

    assertThat(held.threads())
        .extracting(Held.Threads::name, Held.Threads::count, Held.Threads::daemon)
        .containsExactlyInAnyOrder(tuple("acme-*", 2L, true), tuple("acme-timer-*", 1L, true));
    assertThat(held.threads().get(0).types()).hasSize(1);
    assertThat(acme.number()).isZero();
    assertThat(held.totals()).containsKey(Held.THREADS);
  }

  @Test
  void a_common_name_counts_only_with_a_class_of_the_library_on_the_stack() {
    type(thread("pool-*", "java.util.concurrent.CountDownLatch"));
    type(thread("pool-*", "lib.Nowhere"));
    starts("pool-1-thread-1");

    Held held = measure();

    assertThat(held.threads()).hasSize(1);
    assertThat(held.threads().get(0).types()).extracting(ResourceType::name).containsExactly("T0");
  }

  @Test
  void threads_of_two_types_with_one_name_are_of_both() {
    type(thread("both-*", null));
    type(thread("both-*", null));
    starts("both-1");

    assertThat(measure().threads().get(0).types()).hasSize(2);
  }

  @Test
  void adds_up_what_the_pools_say() {
    TrackedType type = counted();
    opened(type, new Pool(3, 1, 2, false), new Pool(1, 4, 0, false), new Object());

    assertThat(measure().pools()).containsExactly(new Held.Pools(0, 2, 2, 4, 5, 2, 1));
  }

  @Test
  void a_pool_that_throws_or_gives_no_answer_is_unknown() {
    TrackedType type = counted();
    opened(type, new Pool(-1, 0, 0, false), new Pool(1, 1, 0, true));

    assertThat(measure().pools()).containsExactly(new Held.Pools(0, 2, 0, 0, 0, 0, 0));
  }

  private Held measure() {
    new Holdings(ledger, tracker, clock, types).run();
    return Objects.requireNonNull(ledger.read().held());
  }

  private static Holding.ThreadName thread(String pattern, @Nullable String runs) {
    return new Holding.ThreadName(pattern, runs, Keeps.NOTHING);
  }

  private TrackedType type(Holding.ThreadName... threads) {
    return type(new Holding(List.of(threads), List.of()));
  }

  private TrackedType counted() {
    return type(
        new Holding(
            List.of(),
            List.of(
                new Holding.Counter(Count.LEASED, List.of("stats", "leased")),
                new Holding.Counter(Count.AVAILABLE, List.of("stats", "available")),
                new Holding.Counter(Count.PENDING, List.of("stats", "pending")),
                new Holding.Counter(Count.MAX, List.of("max")))));
  }

  private TrackedType type(Holding holding) {
    ResourceType described =
        new ResourceType(
            "Acme", "T" + types.size(), "acme.T", Role.CLIENT, Contract.MUST, "", "", List.of());
    Rule rule = new Rule(described, false, false, false, List.of(), List.of(), holding);
    TrackedType type = new TrackedType(rule, ledger);
    types.add(type);
    return type;
  }

  private void opened(TrackedType type, Object... resources) {
    Point point =
        new Point(
            "acme/T",
            "<init>",
            Point.Event.OPEN,
            new Value(Value.Start.SELF, "", List.of()),
            Point.Meaning.NOTHING,
            null,
            false);
    Probe probe = new Probe(tracker, type, point);
    for (Object resource : resources) {
      kept.add(resource);
      probe.accept(resource, null);
    }
  }

  private void starts(String... names) {
    for (String name : names) {
      CountDownLatch runs = new CountDownLatch(1);
      Thread thread = new Thread(() -> waits(runs), name);
      thread.setDaemon(true);
      thread.start();
      awaits(runs);
      while (thread.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
    }
  }

  private void waits(CountDownLatch runs) {
    runs.countDown();
    awaits(done);
  }

  private static void awaits(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** A pool with counters; stuck, it never tells them, and with fewer than none it throws. */
  public final class Pool {

    private final int leased;
    private final int available;
    private final int pending;
    private final boolean stuck;

    Pool(int leased, int available, int pending, boolean stuck) {
      this.leased = leased;
      this.available = available;
      this.pending = pending;
      this.stuck = stuck;
    }

    public Stats stats() {
      if (leased < 0) {
        throw new IllegalStateException("it is broken");
      }
      if (stuck) {
        awaits(done);
      }
      return new Stats(leased, available, pending);
    }

    public int max() {
      return 3;
    }
  }

  /** Counts of a pool. */
  public record Stats(int leased, int available, int pending) {}
}
