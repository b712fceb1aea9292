package dev.ajar.agent.track;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.ledger.Frame;
import dev.ajar.ledger.Ledger;
import org.junit.jupiter.api.Test;

class ClosingTest {

  private final Tracking run = new Tracking();

  @Test
  void marks_a_close_where_it_begins_and_where_it_returns() {
    Kind client = run.client();
    Object resource = client.opened();

    client.beginsClose(resource);
    assertThat(client.live()).singleElement().matches(Ledger.Live::closing);
    assertThat(client.counts().closeBegun()).isEqualTo(1);
    assertThat(client.counts().closed()).isZero();

    client.endsClose(resource);
    assertThat(client.live()).isEmpty();
    assertThat(client.counts().closeBegun()).isEqualTo(1);
    assertThat(client.counts().closed()).isEqualTo(1);
    assertThat(client.counts().closedInShutdown()).isZero();
    assertThat(client.counts().open()).isZero();
  }

  @Test
  void leaves_a_client_closing_whose_close_threw() {
    Kind client = run.client();
    Object resource = client.opened();
    client.beginsClose(resource);
    client.opens(resource);
    client.reopens(resource);

    assertThat(client.live()).singleElement().matches(Ledger.Live::closing);
    assertThat(client.counts().opened()).isEqualTo(1);
    assertThat(client.counts().closeBegun()).isEqualTo(1);
    assertThat(client.counts().closed()).isZero();
    assertThat(client.counts().open()).isZero();
  }

  @Test
  void notes_when_a_close_began_that_another_method_ends() {
    Kind client = run.client(Kind.Trait.CLOSED_LATER);
    Object resource = client.opened();
    client.beginsClose(resource);

    assertThat(client.live())
        .singleElement()
        .matches(live -> live.closing() && live.closingSince() == live.opened());

    client.endsClose(resource);
    assertThat(client.live()).isEmpty();
  }

  @Test
  void notes_no_time_for_a_close_that_ends_where_it_began() {
    Kind client = run.client();
    client.beginsClose(client.opened());

    assertThat(client.live()).singleElement().matches(live -> live.closingSince() == 0);
  }

  @Test
  void counts_a_second_try_that_closes_what_the_first_did_not() {
    Kind client = run.client();
    Object resource = client.opened();
    client.beginsClose(resource);
    client.closes(resource);

    assertThat(client.live()).isEmpty();
    assertThat(client.counts().closeBegun()).isEqualTo(1);
    assertThat(client.counts().closed()).isEqualTo(1);
  }

  @Test
  void counts_nested_and_repeated_closes_once() {
    Kind client = run.client();
    Object resource = client.opened();
    client.beginsClose(resource);
    client.closes(resource);
    client.endsClose(resource);
    client.closes(resource);

    assertThat(client.counts().closeBegun()).isEqualTo(1);
    assertThat(client.counts().closed()).isEqualTo(1);
    assertThat(client.sites(true)).singleElement().matches(site -> site.counts().closed() == 1);
  }

  @Test
  void ignores_a_close_that_returns_without_having_begun() {
    Kind client = run.client();
    client.endsClose(client.opened());

    assertThat(client.counts().closed()).isZero();
    assertThat(client.live()).hasSize(1);
  }

  @Test
  void tells_closes_during_the_shutdown_from_those_before() {
    Kind client = run.client();
    client.closes(client.opened());
    run.shutdownBegan.set(true);
    client.closes(client.opened());

    assertThat(client.counts().closed()).isEqualTo(2);
    assertThat(client.counts().closedInShutdown()).isEqualTo(1);
  }

  @Test
  void names_the_place_that_closed_a_client_but_not_a_part_or_a_handout() {
    Kind client = run.client();
    Caller api = Caller.of("com.acme.Api");
    for (Kind kind : new Kind[] {client, run.part(), run.handout()}) {
      Object resource = kind.opened();
      api.at(7, () -> kind.closes(resource));
      assertThat(kind.counts().closed()).isEqualTo(1);
    }

    Ledger.Site closer = client.sites(true).get(0);
    assertThat(run.ledger.read().sites().stream().filter(Ledger.Site::closing))
        .containsExactly(closer);
    assertThat(closer.stack().get(0)).isEqualTo(new Frame("com.acme.Api", "accept", "Api.java", 7));
    assertThat(closer.counts().closed()).isEqualTo(1);
    assertThat(client.counts().closers()).containsExactly(closer.number());
  }

  @Test
  void adds_up_the_lives_and_requests_of_what_was_closed() {
    Kind client = run.client();
    for (int uses : new int[] {0, 1, 2, 3, 9}) {
      Object resource = client.opened();
      for (int use = 0; use < uses; use++) {
        client.uses(resource);
      }
      client.closes(resource);
    }

    Ledger.Counts counts = client.counts();
    assertThat(counts.requests()).containsExactly(1, 1, 2, 1);
    assertThat(counts.uses()).isEqualTo(15);
    assertThat(counts.lives().stream().mapToInt(Integer::intValue).sum()).isEqualTo(5);
    assertThat(counts.lifeTotal()).isBetween(counts.lifeMax(), 5 * counts.lifeMax());
  }
}
