package dev.ajar.agent.track;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.ledger.LedgerWriter;
import dev.ajar.ledger.Loss;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundTest {

  private static final int MAX_LIVE = 2;

  private final Tracking run = new Tracking(LedgerWriter.open(null, MAX_LIVE, 1));
  private final Kind client = run.client();
  private final List<Object> resources = new ArrayList<>();

  @Test
  void counts_exactly_beyond_the_most_that_it_follows() {
    open(5);
    assertThat(client.counts().opened()).isEqualTo(5);
    assertThat(client.live()).hasSize(MAX_LIVE);
    assertThat(run.lost(Loss.LIVE_SLOTS)).isEqualTo(3);

    resources.forEach(client::closes);
    assertThat(client.counts().closeBegun()).isEqualTo(5);
    assertThat(client.counts().closed()).isEqualTo(5);
    assertThat(client.live()).isEmpty();
  }

  @Test
  void counts_the_uses_of_what_it_cannot_follow() {
    open(3);
    for (Object resource : resources) {
      client.uses(resource, URI.create("http://api.example.org/"));
      client.uses(resource);
    }
    assertThat(client.counts().uses()).isEqualTo(2);
    assertThat(client.counts().firstUsed()).isPositive();
    assertThat(client.counts().hosts()).containsExactly("api.example.org");

    resources.forEach(client::closes);
    resources.forEach(client::uses);
    assertThat(client.counts().uses()).isEqualTo(6);
    assertThat(client.counts().usedAfterClose()).isEqualTo(3);
  }

  @Test
  void counts_as_abandoned_what_it_cannot_follow() {
    open(4);
    resources.clear();
    Garbage.collectUntil(
        "counted as abandoned",
        () -> {
          run.tracker.settle();
          return client.counts().abandoned() == 4;
        });

    assertThat(client.counts().open()).isZero();
  }

  @Test
  void takes_up_the_slots_of_what_was_closed() {
    for (int times = 0; times < 50; times++) {
      open(MAX_LIVE);
      resources.forEach(client::closes);
      resources.clear();
    }
    open(1);

    assertThat(client.counts().opened()).isEqualTo(50 * MAX_LIVE + 1);
    assertThat(client.live()).singleElement().matches(live -> live.uses() == 0);
    assertThat(run.lost(Loss.LIVE_SLOTS)).isZero();
  }

  @Test
  void relates_what_has_no_slot_of_its_own() {
    Kind part = run.part();
    Object pool = part.opened();
    open(MAX_LIVE - 1);
    Object http = run.kept();
    client.opensWithPart(http, pool);
    assertThat(part.live()).singleElement().matches(live -> live.owner() == -1);

    client.beginsClose(http);
    part.closes(pool);
    client.endsClose(http);
    assertThat(part.counts().closed()).isEqualTo(1);
    assertThat(client.counts().closed()).isEqualTo(1);
    assertThat(run.lost(Loss.FAULTS)).isZero();
  }

  private void open(int count) {
    for (int times = 0; times < count; times++) {
      resources.add(client.openedForNobody());
    }
  }
}
