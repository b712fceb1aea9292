package dev.ajar.agent.track;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.agent.track.Kind.Trait;
import dev.ajar.ledger.LedgerWriter;
import dev.ajar.ledger.Loss;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConcurrencyTest {

  private static final int THREADS = 32;
  private static final int TIMES = 1_000;
  private static final long ALL = (long) THREADS * TIMES;

  private final Tracking run = new Tracking();
  private final Kind client = run.client(Trait.CLOSED_BY_ITS_PART);
  private final Kind manager = run.part();
  private final Kind response = run.handout();

  @Test
  void counts_exactly_what_many_threads_open_use_and_close() throws Exception {
    together(
        () -> {
          for (int times = 0; times < TIMES; times++) {
            Object http = client.openedForNobody();
            client.uses(http);
            client.uses(http);
            client.closes(http);
            client.uses(http);
          }
        });

    assertThat(client.counts().opened()).isEqualTo(ALL);
    assertThat(client.counts().closeBegun()).isEqualTo(ALL);
    assertThat(client.counts().closed()).isEqualTo(ALL);
    assertThat(client.counts().uses()).isEqualTo(2 * ALL);
    assertThat(client.counts().usedAfterClose()).isEqualTo(ALL);
    assertThat(client.counts().requests()).containsExactly(0, 0, (int) ALL, 0);
    assertThat(client.counts().threads()).isEqualTo(THREADS);
    assertThat(client.sites(true)).singleElement().matches(site -> site.counts().closed() == ALL);
    assertNothingIsLeft();
  }

  @Test
  void counts_exactly_what_many_threads_do_with_the_same_clients() throws Exception {
    List<Object> shared = new ArrayList<>();
    for (int times = 0; times < TIMES; times++) {
      shared.add(new Object());
    }
    together(() -> shared.forEach(client::opens));
    assertThat(client.counts().opened()).isEqualTo(TIMES);
    assertThat(client.live()).hasSize(TIMES);

    together(
        () -> {
          for (int times = 0; times < TIMES; times++) {
            client.uses(shared.get(times % 2));
          }
        });
    assertThat(client.live())
        .allMatch(live -> live.uses() == 0 || live.uses() == ALL / 2)
        .filteredOn(live -> live.uses() > 0)
        .hasSize(2);

    together(() -> shared.forEach(client::closes));
    assertThat(client.counts().closeBegun()).isEqualTo(TIMES);
    assertThat(client.counts().closed()).isEqualTo(TIMES);
    assertThat(client.counts().uses()).isEqualTo(ALL);
    assertNothingIsLeft();
  }

  @Test
  void counts_exactly_what_many_threads_hand_out_from_one_owner() throws Exception {
    Object pool = manager.opened();
    together(
        () -> {
          Object lease = run.kept();
          for (int times = 0; times < TIMES; times++) {
            response.reopensOwnedBy(lease, pool);
            if (times < TIMES - 1) {
              response.closes(lease);
            }
          }
        });
    assertThat(response.counts().opened()).isEqualTo(ALL);
    assertThat(response.counts().closed()).isEqualTo(ALL - THREADS);
    assertThat(response.live()).hasSize(THREADS);

    manager.closes(pool);
    assertThat(response.counts().closedWithOwner()).isEqualTo(THREADS);
    assertNothingIsLeft();
  }

  @Test
  void counts_exactly_when_clients_and_their_parts_are_closed_at_once() throws Exception {
    Tracking large = new Tracking(LedgerWriter.open(null, 4 * TIMES, 1));
    Kind clients = large.client(Trait.CLOSED_BY_ITS_PART);
    Kind managers = large.part();
    List<Object[]> pairs = new ArrayList<>();
    for (int times = 0; times < TIMES; times++) {
      Object pool = managers.opened();
      Object http = large.kept();
      clients.opensWithPart(http, pool);
      pairs.add(new Object[] {http, pool});
    }
    together(
        () -> {
          for (Object[] pair : pairs) {
            clients.closes(pair[0]);
            managers.closes(pair[1]);
          }
        });

    assertThat(clients.counts().closed()).isEqualTo(TIMES);
    assertThat(clients.counts().closeBegun()).isEqualTo(TIMES);
    assertThat(managers.counts().closed()).isEqualTo(TIMES);
    assertThat(large.live()).isEmpty();
  }

  @Test
  void counts_exactly_what_many_threads_forget_while_others_close() throws Exception {
    together(
        () -> {
          for (int times = 0; times < TIMES; times++) {
            Object http = client.openedForNobody();
            if (times % 2 == 0) {
              client.closes(http);
            }
          }
        });
    Garbage.collectUntil(
        "all counted",
        () -> {
          run.tracker.settle();
          return client.counts().abandoned() == ALL / 2;
        });

    assertThat(client.counts().opened()).isEqualTo(ALL);
    assertThat(client.counts().closed()).isEqualTo(ALL / 2);
    assertThat(client.counts().open()).isZero();
    assertThat(run.live()).isEmpty();
    assertThat(run.lost(Loss.FAULTS)).isZero();
  }

  @Test
  void leaves_no_slot_to_what_is_closed_in_the_moment_of_its_opening() throws Exception {
    Kind made = run.client(Trait.MADE_BY_FACTORY);
    List<Object> resources = new ArrayList<>();
    for (int times = 0; times < 20 * TIMES; times++) {
      resources.add(new Object());
    }
    AtomicInteger opening = new AtomicInteger();
    Thread closer =
        new Thread(
            () -> {
              for (int at = 0; at < resources.size(); at = opening.get()) {
                made.closes(resources.get(at));
              }
            });
    closer.start();
    for (Object resource : resources) {
      made.opens(resource);
      opening.incrementAndGet();
    }
    closer.join();
    resources.forEach(made::closes);

    assertThat(made.counts().opened()).isEqualTo(resources.size());
    assertThat(made.counts().closed()).isEqualTo(resources.size());
    assertThat(run.live()).isEmpty();
  }

  private void assertNothingIsLeft() {
    assertThat(run.live()).isEmpty();
    assertThat(run.lost(Loss.FAULTS)).isZero();
    assertThat(run.lost(Loss.LIVE_SLOTS)).isZero();
    assertThat(run.ledger.read().damage()).isEmpty();
  }

  private static void together(Runnable work) throws Exception {
    CyclicBarrier start = new CyclicBarrier(THREADS);
    List<Throwable> failures = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      threads.add(
          new Thread(
              () -> {
                try {
                  start.await();
                  work.run();
                } catch (Throwable e) {
                  synchronized (failures) {
                    failures.add(e);
                  }
                }
              }));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(failures).isEmpty();
  }
}
