package dev.ajar.agent.track;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.agent.track.Kind.Trait;
import dev.ajar.ledger.Incident;
import dev.ajar.ledger.Ledger;
import dev.ajar.ledger.SiteKind;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailedCloseTest {

  private final Tracking run = new Tracking();
  private final Kind client = run.client(Trait.FAILS_IN_SIGHT);

  @Test
  void tells_that_a_close_threw_and_where() throws ReflectiveOperationException {
    Object resource = client.opened();
    Caller.of("com.acme.Api").at(9, () -> client.failsToClose(resource, new IOException()));

    assertThat(client.live()).singleElement().matches(Ledger.Live::closeThrew);
    assertThat(client.live()).singleElement().matches(live -> !live.closing());
    assertThat(client.counts().closeThrew()).isEqualTo(1);
    assertThat(client.counts().closedAfterThrow()).isZero();
    assertThat(client.counts().open()).isZero();
    Incident incident = run.ledger.read().incidents().get(0);
    assertThat(incident.kind()).isEqualTo(Incident.Kind.CLOSE_THREW);
    assertThat(incident.what()).isEqualTo("java.io.IOException");
    assertThat(site(incident.site())).isEqualTo(client.sites(false).get(0));
    assertThat(site(incident.close()).stack().get(0).line()).isEqualTo(9);
  }

  @Test
  void counts_a_close_made_good_by_a_later_one() {
    Object resource = client.opened();
    client.failsToClose(resource, new IOException());
    client.failsToClose(resource, new IllegalStateException());
    client.closes(resource);

    assertThat(client.live()).isEmpty();
    assertThat(client.counts().closeBegun()).isEqualTo(1);
    assertThat(client.counts().closed()).isEqualTo(1);
    assertThat(client.counts().closeThrew()).isEqualTo(1);
    assertThat(client.counts().closedAfterThrow()).isEqualTo(1);
    assertThat(run.ledger.read().incidents())
        .extracting(Incident::what)
        .containsExactly("java.io.IOException", "java.lang.IllegalStateException");
  }

  @Test
  void takes_a_close_that_catches_the_exception_of_another_for_one_that_ended_well() {
    Object resource = client.opened();
    client.beginsClose(resource);
    client.failsToClose(resource, new IOException());
    client.endsClose(resource);

    assertThat(client.counts().closed()).isEqualTo(1);
    assertThat(client.counts().closedAfterThrow()).isEqualTo(1);
  }

  @Test
  void takes_no_exception_after_the_close_for_a_failed_one() {
    Object resource = client.opened();
    client.closes(resource);
    client.failsToClose(resource, new IllegalStateException());

    assertThat(client.counts().closeThrew()).isZero();
  }

  @Test
  void gives_back_the_slot_of_one_that_was_collected_after_its_close_threw() {
    client.failsToClose(client.openedForNobody(), new IOException());
    Garbage.collectUntil(
        "the slot is free",
        () -> {
          run.tracker.settle();
          return client.live().isEmpty();
        });

    assertThat(client.counts().closeThrew()).isEqualTo(1);
    assertThat(client.counts().abandoned()).isZero();
    assertThat(client.counts().open()).isZero();
  }

  @Test
  void notes_when_a_close_began_whose_end_will_be_seen() {
    Object resource = client.opened();
    client.beginsClose(resource);

    assertThat(client.live()).singleElement().matches(live -> live.closingSince() == live.opened());
  }

  @Test
  void tells_what_was_closed_without_closing_what_it_holds() throws ReflectiveOperationException {
    Kind manager = run.part();
    Object open = manager.opened();
    Caller api = Caller.of("com.acme.Api");
    for (int close = 0; close < 50; close++) {
      Object shared = run.kept();
      client.opensUnlessExempt(shared, List.of());
      api.at(
          9,
          () -> {
            client.closesInVain(shared, open);
            client.closesInVain(shared, open); // one method calls the other
          });
    }

    assertThat(manager.live()).singleElement().matches(Ledger.Live::closedInVain);
    assertThat(manager.counts().closedInVain()).isEqualTo(50);
    assertThat(manager.counts().open()).isEqualTo(1);
    Incident incident = run.ledger.read().incidents().get(0);
    assertThat(incident.kind()).isEqualTo(Incident.Kind.CLOSED_IN_VAIN);
    assertThat(site(incident.site())).isEqualTo(manager.sites(false).get(0));
    Ledger.Site closing = site(incident.close());
    assertThat(closing.kind()).isEqualTo(SiteKind.CLOSING_IN_VAIN);
    assertThat(closing.counts().closed()).isEqualTo(3); // those with a stack
    assertThat(closing.counts().threadNames()).hasSize(1);
    manager.closes(open);
    assertThat(manager.live()).isEmpty();
  }

  @Test
  void counts_a_wrapper_that_is_closed_twice_once() {
    Kind manager = run.part();
    Object open = manager.opened();
    Object wrapper = run.kept();
    client.closesInVain(wrapper, open);
    client.closesInVain(wrapper, open);

    assertThat(manager.counts().closedInVain()).isEqualTo(1);
  }

  @Test
  void does_not_take_a_close_for_vain_that_closes_what_it_holds() {
    Kind manager = run.part();
    Object open = manager.opened();
    Object owner = run.kept();
    client.opensWithPart(owner, open);
    client.closesInVain(owner, open);
    client.closes(owner);
    client.closesInVain(owner, open);

    assertThat(manager.counts().closedInVain()).isZero();
    assertThat(run.ledger.read().incidents()).isEmpty();
  }

  private Ledger.Site site(int number) {
    return run.ledger.read().sites().get(number);
  }
}
