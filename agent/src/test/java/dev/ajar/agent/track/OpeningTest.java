package dev.ajar.agent.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ajar.agent.track.Kind.Trait;
import dev.ajar.ledger.Loss;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OpeningTest {

  private final Tracking run = new Tracking();

  @Test
  void counts_a_client_of_chained_constructors_once() {
    Kind client = run.client();
    Object resource = run.kept();
    client.opens(resource);
    client.opens(resource);
    client.opens(resource);

    assertThat(client.counts().opened()).isEqualTo(1);
    assertThat(client.live()).hasSize(1);
  }

  @Test
  void opens_only_what_is_of_the_class_that_the_point_names() {
    Kind client = run.client();
    Object resource = run.kept();
    client.opensIfOf(resource, "acme.Body");
    client.opensIfOf(resource, "java.lang.String");
    assertThat(run.live()).isEmpty();
    client.opensIfOf(resource, "java.lang.Object");

    assertThat(client.live()).hasSize(1);
  }

  @Test
  void tells_clients_apart_by_identity_alone() {
    Kind client = run.client();
    Object left = new Hostile();
    client.opens(left);
    client.opens(new Hostile());
    client.uses(left);
    client.closes(left);

    assertThat(client.counts().opened()).isEqualTo(2);
    assertThat(client.counts().closed()).isEqualTo(1);
    assertThat(client.live()).hasSize(1);
    assertThat(run.lost(Loss.FAULTS)).isZero();
  }

  @Test
  void knows_when_and_on_which_thread_a_client_was_opened() throws InterruptedException {
    long before = System.currentTimeMillis();
    Kind client = run.client();
    Thread thread = new Thread(client::opened, "pool-3-thread-17");
    thread.start();
    thread.join();

    assertThat(client.live())
        .singleElement()
        .satisfies(
            live -> {
              assertThat(live.thread()).isEqualTo("pool-%d-thread-%d");
              assertThat(live.virtual()).isFalse();
              assertThat(live.closing()).isFalse();
              assertThat(live.opened()).isCloseTo(before, within(5_000L));
              assertThat(live.uses()).isZero();
              assertThat(live.owner()).isEqualTo(-1);
            });
    assertThat(client.counts().threadNames()).containsExactly("pool-%d-thread-%d");
    assertThat(client.counts().firstOpened()).isEqualTo(client.live().get(0).opened());
    assertThat(client.counts().lastOpened()).isEqualTo(client.live().get(0).opened());
  }

  @Test
  void counts_the_threads_that_open_at_one_place() throws InterruptedException {
    Kind client = run.client();
    for (int thread = 0; thread < 3; thread++) {
      Thread opening =
          new Thread(
              () -> {
                for (int times = 0; times < 2; times++) {
                  client.opened();
                }
              });
      opening.start();
      opening.join();
    }

    assertThat(client.counts().opened()).isEqualTo(6);
    assertThat(client.counts().threads()).isEqualTo(3);
    assertThat(client.counts().threadNames()).containsExactly("Thread-%d");
  }

  @Test
  void does_not_count_as_open_what_its_own_constructor_closed() {
    Kind body = run.handout();
    Object resource = run.kept();
    body.closes(resource);
    body.opens(resource);

    assertThat(body.live()).isEmpty();
    assertThat(body.sites(false)).allMatch(site -> site.counts().opened() == 0);
    assertThat(body.sites(false)).allMatch(site -> site.counts().closeBegun() == 0);
  }

  @Test
  void counts_as_open_what_a_factory_returns_whatever_was_called_before() {
    Kind client = run.client(Trait.MADE_BY_FACTORY);
    Object resource = run.kept();
    client.closes(resource);
    client.opens(resource);

    assertThat(client.counts().opened()).isEqualTo(1);
    assertThat(client.live()).hasSize(1);
  }

  @Test
  void opens_a_resource_once_more_after_each_close() {
    Kind lease = run.handout();
    Object resource = run.kept();
    for (int times = 0; times < 3; times++) {
      lease.reopens(resource);
      lease.reopens(resource);
      lease.closes(resource);
    }
    lease.reopens(resource);
    lease.uses(resource);

    assertThat(lease.counts().opened()).isEqualTo(4);
    assertThat(lease.counts().closed()).isEqualTo(3);
    assertThat(lease.counts().usedAfterClose()).isZero();
    assertThat(lease.live()).singleElement().matches(live -> live.uses() == 1);
  }

  @Test
  void only_its_own_rule_opens_a_resource_once_more() {
    Kind client = run.client();
    Kind other = run.client();
    Object resource = client.opened();
    client.closes(resource);
    other.reopens(resource);

    assertThat(other.live()).isEmpty();
    client.reopens(resource);
    assertThat(client.live()).hasSize(1);
  }

  @Test
  void does_not_take_a_late_constructor_for_a_reopening() {
    Kind client = run.client();
    Object resource = client.opened();
    client.closes(resource);
    client.opens(resource);

    assertThat(client.counts().opened()).isEqualTo(1);
    assertThat(client.live()).isEmpty();
  }

  @Test
  void what_asked_for_itself_opens_where_it_asked_and_once() {
    Kind stream = run.handout();
    Object asker = run.kept();
    stream.asks(asker);
    assertThat(stream.counts().opened()).isZero();

    CompletableFuture.runAsync(() -> stream.opensFor(asker, asker)).join();
    stream.opensFor(asker, asker);
    assertThat(stream.sites(false)).hasSize(1);
    assertThat(stream.counts().opened()).isEqualTo(1);
    stream.closes(asker);
    stream.opensFor(asker, asker);
    assertThat(stream.counts().closed()).isEqualTo(1);
  }

  @Test
  void opens_what_holds_nothing_at_first_where_it_was_made_once_it_is_used() {
    Kind provider = run.client();
    Object unused = run.kept();
    provider.makesUnused(unused);
    provider.closes(unused);
    provider.uses(unused);
    Object used = run.kept();
    provider.makesUnused(used);
    provider.makesUnused(used);
    assertThat(run.live()).isEmpty();
    provider.uses(used);
    provider.uses(used);

    assertThat(provider.counts().opened()).isEqualTo(1);
    assertThat(provider.counts().closeBegun()).isZero();
    assertThat(provider.counts().usedAfterClose()).isZero();
    assertThat(provider.live()).singleElement().matches(live -> live.uses() == 2);
    provider.closes(used);
    assertThat(provider.live()).isEmpty();
    assertThat(provider.counts().closed()).isEqualTo(1);
  }

  @Test
  void opens_what_holds_nothing_at_first_where_another_point_says_so() {
    Kind loops = run.client();
    Object resource = run.kept();
    loops.makesUnused(resource);
    loops.opens(resource);
    loops.opens(resource);

    assertThat(loops.counts().opened()).isEqualTo(1);
    assertThat(loops.live()).singleElement().matches(live -> live.uses() == 0);
  }

  @Test
  void what_holds_nothing_at_first_lies_inside_its_owner_once_it_is_used() {
    Kind client = run.client();
    Kind provider = run.client();
    Object inner = run.kept();
    client.makes(
        () -> {
          provider.makesUnused(inner);
          client.opened();
        });
    provider.uses(inner);

    assertThat(provider.live())
        .singleElement()
        .matches(live -> live.inside() && live.owner() == client.live().get(0).slot());
  }

  /** Nothing may be asked of it. */
  static final class Hostile {

    @Override
    public boolean equals(Object other) {
      throw new AssertionError("equals was called");
    }

    @Override
    public int hashCode() {
      throw new AssertionError("hashCode was called");
    }

    @Override
    public String toString() {
      throw new AssertionError("toString was called");
    }
  }
}
