package dev.ajar.agent.track;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.agent.track.Kind.Trait;
import dev.ajar.ledger.Ledger;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandoutTest {

  private final Tracking run = new Tracking();
  private final Kind client = run.client(Trait.CLOSED_BY_ITS_PART);
  private final Kind manager = run.part();
  private final Kind response = run.handout();
  private final Object pool = manager.opened();
  private final Object http = run.kept();

  @Test
  void a_handout_names_the_slot_of_its_owner() {
    response.opensOwnedBy(run.kept(), pool);

    assertThat(only(response).owner()).isEqualTo(only(manager).slot());
  }

  @Test
  void a_handout_that_is_still_open_is_closed_with_its_owner() {
    response.opensOwnedBy(run.kept(), pool);
    response.opensOwnedBy(run.kept(), pool);
    manager.closes(pool);

    assertThat(run.live()).isEmpty();
    assertThat(response.counts().closedWithOwner()).isEqualTo(2);
    assertThat(response.counts().closed()).isZero();
    assertThat(response.counts().closeBegun()).isZero();
    assertThat(response.counts().open()).isZero();
  }

  @Test
  void a_handout_that_was_closed_before_is_not_closed_with_its_owner() {
    Object body = run.kept();
    response.opensOwnedBy(body, pool);
    response.closes(body);
    manager.closes(pool);

    assertThat(response.counts().closed()).isEqualTo(1);
    assertThat(response.counts().closedWithOwner()).isZero();
    assertThat(manager.counts().closed()).isEqualTo(1);
  }

  @Test
  void closing_a_handout_does_not_close_its_owner() {
    Kind eager = run.client(Trait.CLOSED_BY_ITS_PART);
    Object owner = eager.opened();
    Object body = run.kept();
    response.opensOwnedBy(body, owner);
    response.closes(body);

    assertThat(eager.live()).hasSize(1);
    assertThat(eager.counts().closed()).isZero();
  }

  @Test
  void a_close_of_a_handout_after_its_owner_counts_no_more() {
    Object body = run.kept();
    response.opensOwnedBy(body, pool);
    manager.closes(pool);
    response.closes(body);

    assertThat(response.counts().closedWithOwner()).isEqualTo(1);
    assertThat(response.counts().closeBegun()).isZero();
    assertThat(response.counts().closed()).isZero();
  }

  @Test
  void handouts_of_a_part_go_when_the_client_closes_the_part() {
    client.opensWithPart(http, pool);
    response.opensOwnedBy(run.kept(), pool);
    client.beginsClose(http);
    manager.closes(pool);
    client.endsClose(http);

    assertThat(run.live()).isEmpty();
    assertThat(response.counts().closedWithOwner()).isEqualTo(1);
  }

  @Test
  void what_an_owner_hands_out_after_its_close_stands_alone() {
    manager.closes(pool);
    response.opensOwnedBy(run.kept(), pool);

    assertThat(only(response).owner()).isEqualTo(-1);
  }

  @Test
  void a_handout_belongs_to_its_owner_again_after_each_reopening() {
    Object lease = run.kept();
    response.opensOwnedBy(lease, pool);
    response.closes(lease);
    response.reopensOwnedBy(lease, pool);

    assertThat(only(response).owner()).isEqualTo(only(manager).slot());
    manager.closes(pool);
    assertThat(response.counts().closed()).isEqualTo(1);
    assertThat(response.counts().closedWithOwner()).isEqualTo(1);
  }

  @Test
  void one_that_is_returned_again_after_its_close_stays_closed() {
    Kind stream = run.handout(Trait.MADE_BY_FACTORY);
    Object body = run.kept();
    stream.opens(body);
    stream.closes(body);
    stream.opens(body);

    assertThat(stream.live()).isEmpty();
    assertThat(stream.counts().opened()).isEqualTo(1);
  }

  @Test
  void it_is_closed_at_its_end_if_nothing_of_it_is_left() {
    for (Object nothing : new Object[] {null, List.of()}) {
      Object body = run.kept();
      response.opens(body);
      response.closesWithout(body, List.of("the rest"));
      assertThat(response.live()).hasSize(1);
      response.closesWithout(body, nothing);
      assertThat(response.live()).isEmpty();
    }
    assertThat(response.counts().closed()).isEqualTo(2);
  }

  private static Ledger.Live only(Kind kind) {
    assertThat(kind.live()).hasSize(1);
    return kind.live().get(0);
  }
}
