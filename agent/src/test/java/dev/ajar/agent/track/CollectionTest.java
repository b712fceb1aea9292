package dev.ajar.agent.track;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.agent.track.Kind.Trait;
import java.lang.ref.WeakReference;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollectionTest {

  private final Tracking run = new Tracking();
  private final Kind client = run.client(Trait.CLOSED_BY_ITS_PART);
  private final Kind manager = run.part();
  private final Kind response = run.handout();

  @Test
  void counts_a_client_that_was_collected_while_open_as_abandoned() {
    client.uses(client.openedForNobody());
    collect(client, 1);

    assertThat(client.counts().open()).isZero();
    assertThat(client.counts().closeBegun()).isZero();
    assertThat(client.counts().uses()).isEqualTo(1);
    assertThat(client.counts().requests()).containsExactly(0, 1, 0, 0);
    assertThat(client.live()).isEmpty();
  }

  @Test
  void counts_what_was_collected_at_the_next_opening() {
    WeakReference<Object> forgotten = new WeakReference<>(client.openedForNobody());
    Garbage.collectUntil("collected", () -> forgotten.get() == null);

    Garbage.collectUntil(
        "counted",
        () -> {
          manager.opened();
          return client.counts().abandoned() == 1;
        });
    assertThat(client.live()).isEmpty();
  }

  @Test
  void does_not_call_abandoned_what_was_closed() {
    client.closes(client.openedForNobody());
    client.openedForNobody();
    collect(client, 1);

    assertThat(client.counts().opened()).isEqualTo(2);
    assertThat(client.counts().closed()).isEqualTo(1);
  }

  @Test
  void does_not_call_abandoned_what_was_lost_within_its_close() {
    client.beginsClose(client.openedForNobody());
    client.openedForNobody();
    collect(client, 1);

    assertThat(client.live()).isEmpty();
    assertThat(client.counts().closeBegun()).isEqualTo(1);
    assertThat(client.counts().closed()).isZero();
  }

  @Test
  void counts_a_part_that_went_with_its_client_as_the_clients() {
    client.opensWithPart(new Object(), manager.openedForNobody());
    collect(client, 1);
    Garbage.collectUntil(
        "the part counted",
        () -> {
          run.tracker.settle();
          return manager.counts().closedWithOwner() == 1;
        });

    assertThat(manager.counts().abandoned()).isZero();
    assertThat(run.live()).isEmpty();
  }

  @Test
  void counts_a_part_that_nobody_owned_as_abandoned() {
    manager.openedForNobody();
    collect(manager, 1);

    assertThat(manager.counts().closedWithOwner()).isZero();
  }

  @Test
  void counts_a_shared_part_that_a_closed_client_left_behind_as_abandoned() {
    Object http = run.kept();
    client.opensWithPart(http, manager.openedForNobody());
    client.closes(http);
    collect(manager, 1);

    assertThat(manager.counts().closedWithOwner()).isZero();
  }

  @Test
  void counts_a_handout_as_abandoned_although_it_has_an_owner() {
    Object pool = manager.opened();
    response.opensOwnedBy(new Object(), pool);
    collect(response, 1);

    assertThat(response.counts().closedWithOwner()).isZero();
    assertThat(manager.live()).hasSize(1);
    manager.closes(pool);
    assertThat(response.counts().closedWithOwner()).isZero();
  }

  @Test
  void counts_a_handout_as_abandoned_that_was_collected_before_its_owner_was_closed() {
    Object pool = manager.opened();
    WeakReference<Object> body = new WeakReference<>(handOut(pool));
    Garbage.collectUntil("collected", () -> body.get() == null);
    manager.closes(pool);
    collect(response, 1);

    assertThat(response.counts().closedWithOwner()).isZero();
  }

  private Object handOut(Object owner) {
    Object body = new Object();
    response.opensOwnedBy(body, owner);
    return body;
  }

  @Test
  void a_part_does_not_name_the_slot_of_a_client_that_was_collected() {
    Object pool = manager.opened();
    client.opensWithPart(new Object(), pool);
    collect(client, 1);
    Object next = client.opened();

    assertThat(client.live()).hasSize(1);
    assertThat(manager.live()).singleElement().matches(part -> part.owner() == -1);
    client.closes(next);
    manager.closes(pool);
    assertThat(manager.counts().closed()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Finalizer", "Secondary finalizer", "Common-Cleaner", "Cleaner-7"})
  void takes_a_close_by_the_collector_for_no_close(String thread) throws InterruptedException {
    Object resource = client.opened();
    Thread collector = new Thread(() -> client.closes(resource), thread);
    collector.start();
    collector.join();

    assertThat(client.counts().abandoned()).isEqualTo(1);
    assertThat(client.counts().closeBegun()).isZero();
    assertThat(client.counts().closed()).isZero();
    assertThat(client.live()).isEmpty();
  }

  @Test
  void takes_a_close_on_a_thread_of_a_similar_name_for_a_close() throws InterruptedException {
    Object resource = client.opened();
    Thread worker = new Thread(() -> client.closes(resource), "Finalizer-of-orders");
    worker.start();
    worker.join();

    assertThat(client.counts().closed()).isEqualTo(1);
  }

  @Test
  void counts_a_client_that_a_finalizer_closes_as_abandoned_and_opens_no_place_for_it() {
    CountDownLatch finalized = new CountDownLatch(1);
    client.opens(new ClosedByItsFinalizer(client, finalized));
    Garbage.collectUntil("finalized", () -> finalized.getCount() == 0);
    collect(client, 1);

    assertThat(client.counts().closeBegun()).isZero();
    assertThat(run.ledger.read().sites()).hasSize(1);
  }

  private void collect(Kind kind, long abandoned) {
    Garbage.collectUntil(
        "counted as abandoned",
        () -> {
          run.tracker.settle();
          return kind.counts().abandoned() == abandoned;
        });
  }

  private static final class ClosedByItsFinalizer {

    private final Kind kind;
    private final CountDownLatch finalized;

    ClosedByItsFinalizer(Kind kind, CountDownLatch finalized) {
      this.kind = kind;
      this.finalized = finalized;
    }

    @Override
    @SuppressWarnings({"deprecation", "removal", "Finalize"})
    protected void finalize() {
      kind.closes(this);
      finalized.countDown();
    }
  }
}
