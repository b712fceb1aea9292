package dev.ajar.agent.track;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.agent.track.Kind.Trait;
import dev.ajar.ledger.Ledger;
import dev.ajar.ledger.Loss;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What opens while a factory runs, or while a thread works for another. */
class StretchTest {

  private final Tracking run = new Tracking();
  private final Kind wrapper = run.client();
  private final Kind client = run.client();
  private final Kind manager = run.part();
  private final Kind response = run.handout();
  private final Kind lease = run.handout();
  private final Object outer = run.kept();
  private final Object inner = run.kept();

  @Test
  void what_opens_in_a_factory_lies_inside_what_it_makes() {
    make();

    assertThat(only(client).owner()).isEqualTo(only(wrapper).slot());
    assertThat(only(client).inside()).isTrue();
    assertThat(only(wrapper).owner()).isEqualTo(-1);
    assertThat(only(wrapper).inside()).isFalse();
  }

  @Test
  void a_part_that_is_declared_as_well_lies_inside_too() {
    Object pool = run.kept();
    wrapper.makes(
        () -> {
          manager.opens(pool);
          wrapper.opensWithPart(outer, pool);
        });
    assertThat(only(manager).owner()).isEqualTo(only(wrapper).slot());
    assertThat(only(manager).inside()).isTrue();

    wrapper.closes(outer);
    assertThat(run.live()).isEmpty();
    assertThat(manager.counts().closedWithOwner()).isEqualTo(1);
  }

  @Test
  void what_opened_before_or_after_does_not() {
    Object before = client.opened();
    make();
    client.opened();

    assertThat(client.live()).hasSize(3).filteredOn(Ledger.Live::inside).hasSize(1);
    client.closes(before);
    wrapper.closes(outer);
    assertThat(client.live()).hasSize(1);
  }

  @Test
  void what_opens_on_another_thread_meanwhile_does_not() {
    wrapper.makes(
        () -> {
          CompletableFuture.runAsync(() -> client.opens(inner)).join();
          wrapper.opens(outer);
        });

    assertThat(only(client).owner()).isEqualTo(-1);
  }

  @Test
  void what_lies_inside_is_closed_with_its_owner() {
    Object pool = run.kept();
    wrapper.makes(
        () -> {
          client.opens(inner);
          manager.opens(pool);
          wrapper.opens(outer);
        });
    wrapper.closes(outer);

    assertThat(run.live()).isEmpty();
    assertThat(client.counts().closedWithOwner()).isEqualTo(1);
    assertThat(manager.counts().closedWithOwner()).isEqualTo(1);
    client.closes(inner); // late, on a thread of the library's
    assertThat(client.counts().closed()).isZero();
  }

  @Test
  void what_lies_inside_may_be_closed_for_itself() {
    make();
    client.closes(inner);
    wrapper.closes(outer);

    assertThat(client.counts().closed()).isEqualTo(1);
    assertThat(client.counts().closedWithOwner()).isZero();
    assertThat(run.live()).isEmpty();
  }

  @Test
  void what_lies_inside_what_lies_inside_goes_with_the_outermost() {
    Object pool = run.kept();
    wrapper.makes(
        () -> {
          client.makes(
              () -> {
                manager.opens(pool);
                client.opens(inner);
              });
          wrapper.opens(outer);
        });

    assertThat(only(manager).owner()).isEqualTo(only(client).slot());
    assertThat(only(client).owner()).isEqualTo(only(wrapper).slot());
    wrapper.closes(outer);
    assertThat(run.live()).isEmpty();
  }

  @Test
  void what_a_failing_factory_left_behind_stands_alone() {
    wrapper.fails(() -> client.opens(inner));

    assertThat(only(client).owner()).isEqualTo(-1);
    assertThat(client.counts().open()).isEqualTo(1);
    client.opened();
    assertThat(client.live()).noneMatch(Ledger.Live::inside);
  }

  @Test
  void what_a_failing_factory_left_to_one_that_went_on_lies_inside_its_product() {
    wrapper.makes(
        () -> {
          client.fails(() -> manager.opens(inner));
          wrapper.opens(outer);
        });

    assertThat(only(manager).owner()).isEqualTo(only(wrapper).slot());
  }

  @Test
  void a_factory_whose_product_is_not_tracked_owns_nothing() {
    wrapper.makes(() -> client.opens(inner));

    assertThat(only(client).owner()).isEqualTo(-1);
  }

  @Test
  void what_opens_late_lies_inside_the_owner_that_the_method_names() {
    wrapper.opens(outer);
    wrapper.makesFor(outer, () -> client.opens(inner));
    wrapper.makesFor(run.kept(), client::opened);
    wrapper.makesFor(null, client::opened);

    assertThat(client.live()).filteredOn(Ledger.Live::inside).hasSize(1);
    wrapper.closes(outer);
    assertThat(client.live()).hasSize(2).allMatch(live -> live.owner() == -1);
  }

  @Test
  void what_opens_for_an_owner_that_is_closed_stands_alone() {
    wrapper.opens(outer);
    wrapper.closes(outer);
    wrapper.makesFor(outer, () -> client.opens(inner));

    assertThat(only(client).owner()).isEqualTo(-1);
  }

  @Test
  void a_lease_lies_inside_the_response_that_holds_it_whoever_handed_it_out() {
    client.opens(inner);
    Object body = run.kept();
    response.makes(
        () -> {
          lease.opensOwnedBy(outer, inner);
          response.opens(body);
        });

    assertThat(only(lease).owner()).isEqualTo(only(response).slot());
    assertThat(only(lease).inside()).isTrue();
    response.closes(body);
    assertThat(lease.counts().closedWithOwner()).isEqualTo(1);
    assertThat(client.live()).hasSize(1);
  }

  @Test
  void what_a_wrapper_hands_out_goes_by_its_name_and_lives_as_it_did() {
    client.opens(inner);
    Object left = run.kept();
    response.names(
        () -> {
          lease.opensOwnedBy(outer, inner);
          lease.opensOwnedBy(left, inner);
          manager.opened();
        });
    lease.closes(outer);

    assertThat(response.counts().opened()).isEqualTo(2);
    assertThat(response.counts().closed()).isEqualTo(1);
    assertThat(only(response).owner()).isEqualTo(only(client).slot());
    assertThat(lease.sites(false)).isEmpty();
    assertThat(only(manager).owner()).isEqualTo(-1);
    client.closes(inner);
    assertThat(response.counts().closedWithOwner()).isEqualTo(1);
  }

  @Test
  void the_outermost_wrapper_gives_the_name() {
    response.names(() -> lease.names(() -> run.handout().opened()));

    assertThat(response.counts().open()).isEqualTo(1);
    assertThat(lease.sites(false)).isEmpty();
  }

  @Test
  void what_is_handed_out_later_has_its_own_name() {
    response.names(() -> {});
    lease.opened();

    assertThat(lease.counts().open()).isEqualTo(1);
    assertThat(response.sites(false)).isEmpty();
  }

  @Test
  void a_response_that_opens_late_for_a_client_counts_for_itself_and_is_closed_with_it() {
    client.opens(inner);
    Object body = run.kept();
    client.makesFor(
        inner,
        () ->
            response.makes(
                () -> {
                  lease.opened();
                  response.opens(body);
                }));

    assertThat(only(response).owner()).isEqualTo(only(client).slot());
    assertThat(only(response).inside()).isFalse();
    assertThat(only(lease).owner()).isEqualTo(only(response).slot());
    assertThat(only(lease).inside()).isTrue();
    client.closes(inner);
    assertThat(run.live()).isEmpty();
    assertThat(lease.counts().closedWithOwner()).isEqualTo(1);
  }

  @Test
  void a_use_of_what_lies_inside_is_one_of_an_owner_that_is_used_unseen() {
    Kind unseen = run.client(Trait.USED_UNSEEN);
    Kind outermost = run.client(Trait.USED_UNSEEN);
    outermost.makes(
        () -> {
          unseen.makes(
              () -> {
                client.opens(inner);
                unseen.opened();
              });
          outermost.opens(outer);
        });
    client.uses(inner, URI.create("http://api.example.org/"));
    client.uses(inner);
    client.closes(inner);
    client.uses(inner);

    assertThat(only(outermost).uses()).isEqualTo(2);
    assertThat(only(unseen).uses()).isEqualTo(2);
    assertThat(outermost.counts().hosts()).containsExactly("api.example.org");
    assertThat(client.counts().uses()).isEqualTo(2);
  }

  @Test
  void a_use_of_what_lies_inside_is_none_of_an_owner_that_sees_its_uses() {
    make();
    client.uses(inner);

    assertThat(only(client).uses()).isEqualTo(1);
    assertThat(only(wrapper).uses()).isZero();
  }

  @Test
  void what_lies_inside_an_abandoned_owner_is_abandoned_with_it() {
    wrapper.makes(
        () -> {
          client.opens(inner);
          wrapper.openedForNobody();
        });
    collect(wrapper);

    assertThat(wrapper.counts().abandoned()).isEqualTo(1);
    assertThat(client.counts().closedWithOwner()).isEqualTo(1);
    assertThat(client.counts().abandoned()).isZero();
    assertThat(run.live()).isEmpty();
  }

  @Test
  void what_was_collected_together_counts_once() {
    wrapper.makes(
        () -> {
          client.openedForNobody();
          wrapper.openedForNobody();
        });
    collect(wrapper);

    Garbage.collectUntil(
        "the inner one counted",
        () -> {
          run.tracker.settle();
          return client.counts().closedWithOwner() == 1;
        });
    assertThat(client.counts().abandoned()).isZero();
  }

  @Test
  void what_is_given_to_an_owner_that_closes_it_lies_inside() {
    client.opens(inner);
    wrapper.opensWithPart(outer, inner);

    assertThat(only(client).inside()).isTrue();
    wrapper.closes(outer);
    assertThat(run.live()).isEmpty();
  }

  @Test
  void a_client_of_an_owner_that_hands_it_out_counts_for_itself_and_is_closed_with_it() {
    wrapper.opens(outer);
    client.opensOwnedBy(inner, outer);

    assertThat(only(client).inside()).isFalse();
    wrapper.closes(outer);
    assertThat(run.live()).isEmpty();
    assertThat(client.counts().closedWithOwner()).isEqualTo(1);
  }

  @Test
  void what_opens_for_somebody_who_asked_has_the_name_that_it_has_there() {
    Object asker = run.kept();
    response.names(() -> lease.asks(asker));
    CompletableFuture.runAsync(() -> lease.makesAskedBy(asker, lease::opened)).join();

    assertThat(response.counts().open()).isEqualTo(1);
    assertThat(lease.sites(false)).isEmpty();
  }

  @Test
  void what_opens_for_a_client_has_its_own_name() {
    client.opens(inner);
    lease.makesAskedBy(inner, lease::opened);

    assertThat(lease.counts().open()).isEqualTo(1);
    assertThat(client.counts().opened()).isEqualTo(1);
  }

  @Test
  void what_opens_for_somebody_who_asked_counts_as_opened_there() {
    Caller asks = Caller.of("app.Asks");
    Caller works = Caller.of("lib.Works");
    Object asker = run.kept();
    asks.at(7, () -> response.asks(asker));
    works.at(9, () -> response.makesAskedBy(asker, response::opened));
    works.at(10, () -> response.makesAskedBy(run.kept(), response::opened));

    assertThat(response.sites(false))
        .filteredOn(site -> site.counts().opened() > 0)
        .extracting(site -> site.stack().get(0).toString())
        .anyMatch(frame -> frame.contains("app.Asks"))
        .anyMatch(frame -> frame.contains("lib.Works"))
        .hasSize(2);
  }

  @Test
  void what_a_library_asked_for_that_shares_it_is_not_tracked() {
    Kind shared = run.handout(Trait.SHARED_FROM_HOLDER);
    Caller works = Caller.of("lib.Works");
    Object asker = run.kept();
    Object worker = run.kept();
    Caller.of("lib.Holder").at(3, () -> shared.asks(asker));
    shared.makesAskedBy(asker, () -> shared.asks(worker));
    works.at(9, () -> shared.makesAskedBy(asker, shared::opened));
    works.at(10, () -> shared.makesAskedBy(worker, shared::opened));
    works.at(11, () -> shared.opensFor(asker, asker));
    Object other = run.kept();
    Caller.of("app.Asks").at(4, () -> shared.asks(other));
    works.at(9, () -> shared.makesAskedBy(other, shared::opened));

    assertThat(shared.live()).hasSize(1);
    assertThat(shared.sites(false))
        .filteredOn(site -> site.counts().opened() > 0)
        .singleElement()
        .matches(site -> site.stack().get(0).toString().contains("app.Asks"));
  }

  @Test
  void what_opens_from_a_library_that_shares_it_is_not_tracked() {
    Kind shared = run.client(Trait.SHARED_FROM_HOLDER);
    Object own = run.kept();
    Caller.of("lib.Holder").at(3, () -> shared.opens(own));
    Caller.of("lib.Holder").at(3, () -> shared.opens(run.kept()));
    Caller.of("app.Main").at(3, shared::opened);

    assertThat(shared.counts().opened()).isEqualTo(1);
    shared.closes(own);
    assertThat(shared.live()).hasSize(1);
    assertThat(shared.sites(true)).isEmpty();
  }

  @Test
  void a_library_may_share_only_what_opens_from_one_of_its_methods() {
    Kind shared = run.client(Trait.SHARED_FROM_METHOD);
    Kind own = run.client(Trait.SHARED_FROM_OTHER_METHOD);
    Caller.of("lib.Holder").at(3, shared::opened);
    Caller.of("lib.Holder").at(3, own::opened);

    assertThat(shared.live()).isEmpty();
    assertThat(own.live()).hasSize(1);
  }

  @Test
  void a_stream_that_was_read_to_its_end_is_closed() {
    response.opens(inner);
    response.drains(inner);
    response.drains(inner);
    response.closes(inner);

    assertThat(run.live()).isEmpty();
    assertThat(response.counts().closed()).isEqualTo(1);
    assertThat(response.counts().closeBegun()).isEqualTo(1);
  }

  @Test
  void what_is_waived_is_not_counted_as_opened() {
    client.opensUnlessWaived(run.kept(), true);
    client.opensUnlessWaived(run.kept(), "something");
    client.opensUnlessWaived(run.kept(), false);
    client.opensUnlessWaived(run.kept(), null);

    assertThat(client.live()).hasSize(2);
    assertThat(run.lost(Loss.FAULTS)).isZero();
  }

  private void make() {
    wrapper.makes(
        () -> {
          client.opens(inner);
          wrapper.opens(outer);
        });
  }

  private void collect(Kind kind) {
    Garbage.collectUntil(
        "counted as abandoned",
        () -> {
          run.tracker.settle();
          return kind.counts().abandoned() == 1;
        });
  }

  private static Ledger.Live only(Kind kind) {
    assertThat(kind.live()).hasSize(1);
    return kind.live().get(0);
  }
}
