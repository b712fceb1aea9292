package dev.ajar.agent.track;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.agent.track.Kind.Trait;
import dev.ajar.ledger.Ledger;
import dev.ajar.ledger.Loss;
import org.junit.jupiter.api.Test;

class OwnershipTest {

  private final Tracking run = new Tracking();
  private final Kind client = run.client(Trait.CLOSED_BY_ITS_PART);
  private final Kind manager = run.part();
  private final Kind response = run.handout();
  private final Object pool = manager.opened();
  private final Object http = run.kept();

  @Test
  void a_part_names_the_slot_of_its_owner() {
    client.opensWithPart(http, pool);

    assertThat(only(manager).owner()).isEqualTo(only(client).slot());
    assertThat(only(client).owner()).isEqualTo(-1);
  }

  @Test
  void a_part_or_an_owner_that_is_not_watched_is_left_alone() {
    client.opensWithPart(http, run.kept());
    client.opensWithPart(run.kept(), null);
    response.opensOwnedBy(run.kept(), run.kept());

    assertThat(run.live()).hasSize(4).allMatch(live -> live.owner() == -1);
    assertThat(run.lost(Loss.FAULTS)).isZero();
  }

  @Test
  void a_client_that_closes_its_part_leaves_nothing_open() {
    client.opensWithPart(http, pool);
    client.beginsClose(http);
    manager.closes(pool);
    client.endsClose(http);

    assertThat(run.live()).isEmpty();
    assertThat(client.counts().closed()).isEqualTo(1);
    assertThat(client.counts().closeBegun()).isEqualTo(1);
    assertThat(client.counts().closers()).hasSize(1);
    assertThat(manager.counts().closed()).isEqualTo(1);
    assertThat(manager.counts().closedWithOwner()).isZero();
  }

  @Test
  void a_part_that_its_client_leaves_open_stands_alone() {
    client.opensWithPart(http, pool);
    client.closes(http);

    assertThat(run.live()).hasSize(1);
    assertThat(only(manager).owner()).isEqualTo(-1);
    assertThat(manager.counts().closedWithOwner()).isZero();
    assertThat(manager.counts().open()).isEqualTo(1);
  }

  @Test
  void a_part_whose_close_threw_in_its_client_stands_alone() {
    client.opensWithPart(http, pool);
    client.beginsClose(http);
    manager.beginsClose(pool);
    client.endsClose(http);

    assertThat(run.live()).hasSize(1);
    assertThat(only(manager).closing()).isTrue();
    assertThat(only(manager).owner()).isEqualTo(-1);
  }

  @Test
  void closing_the_part_closes_the_client_where_the_rule_says_so() {
    client.opensWithPart(http, pool);
    manager.closes(pool);

    assertThat(run.live()).isEmpty();
    assertThat(client.counts().closeBegun()).isEqualTo(1);
    assertThat(client.counts().closed()).isEqualTo(1);
    assertThat(client.counts().closers()).isEmpty();
    assertThat(client.sites(true)).isEmpty();
  }

  @Test
  void what_lies_inside_a_client_that_its_part_closes_stands_alone() {
    Kind evictor = run.part();
    Object thread = run.kept();
    client.makes(
        () -> {
          evictor.opens(thread);
          client.opensWithPart(http, pool);
        });
    assertThat(only(evictor).owner()).isEqualTo(only(client).slot());
    manager.closes(pool);

    assertThat(client.live()).isEmpty();
    assertThat(only(evictor).owner()).isEqualTo(-1);
    evictor.closes(thread);
    assertThat(run.live()).isEmpty();
    assertThat(evictor.counts().closed()).isEqualTo(1);
  }

  @Test
  void closing_the_part_leaves_the_client_open_where_the_rule_says_nothing() {
    Kind strict = run.client();
    strict.opensWithPart(http, pool);
    manager.closes(pool);

    assertThat(only(strict).closing()).isFalse();
    assertThat(strict.counts().closeBegun()).isZero();
  }

  @Test
  void closing_a_shared_part_closes_every_client_that_it_is_part_of() {
    client.opensWithPart(http, pool);
    client.opensWithPart(run.kept(), pool);
    client.opensWithPart(run.kept(), pool);
    manager.closes(pool);

    assertThat(run.live()).isEmpty();
    assertThat(client.counts().closed()).isEqualTo(3);
    assertThat(client.counts().closeBegun()).isEqualTo(3);
  }

  @Test
  void a_shared_part_stands_alone_once_the_last_client_left_it_open() {
    Object second = run.kept();
    client.opensWithPart(http, pool);
    client.opensWithPart(second, pool);
    assertThat(only(manager).owner()).isNotEqualTo(-1);

    client.closes(second);
    assertThat(only(manager).owner()).isEqualTo(only(client).slot());
    client.closes(http);
    assertThat(only(manager).owner()).isEqualTo(-1);
    assertThat(manager.counts().open()).isEqualTo(1);
  }

  @Test
  void closing_a_shared_part_closes_the_clients_that_are_still_open() {
    client.opensWithPart(http, pool);
    client.opensWithPart(run.kept(), pool);
    client.closes(http);
    manager.closes(pool);

    assertThat(run.live()).isEmpty();
    assertThat(client.counts().closed()).isEqualTo(2);
    assertThat(client.counts().closeBegun()).isEqualTo(2);
  }

  @Test
  void a_part_may_come_to_light_later_and_more_than_once() {
    client.opens(http);
    for (int times = 0; times < 3; times++) {
      client.owns(http, pool);
    }
    assertThat(only(manager).owner()).isEqualTo(only(client).slot());

    client.closes(http);
    assertThat(only(manager).owner()).isEqualTo(-1);
    manager.closes(pool);
    assertThat(client.counts().closed()).isEqualTo(1);
    assertThat(manager.counts().closed()).isEqualTo(1);
  }

  @Test
  void what_comes_to_light_of_a_client_that_is_not_open_changes_nothing() {
    client.owns(http, pool);
    client.owns(null, pool);
    client.opens(http);
    client.owns(http, null);
    client.closes(http);
    client.owns(http, pool);

    assertThat(only(manager).owner()).isEqualTo(-1);
    assertThat(run.lost(Loss.FAULTS)).isZero();
  }

  private static Ledger.Live only(Kind kind) {
    assertThat(kind.live()).hasSize(1);
    return kind.live().get(0);
  }
}
