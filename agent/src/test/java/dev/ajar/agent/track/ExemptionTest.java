package dev.ajar.agent.track;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.agent.track.Kind.Trait;
import dev.ajar.ledger.Loss;
import java.io.Closeable;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Clients whose close would close nothing. */
class ExemptionTest {

  private static final List<Closeable> POOL = List.of(() -> {});

  private final Tracking run = new Tracking();
  private final Kind client = run.client(Trait.CLOSED_BY_ITS_PART);
  private final Kind manager = run.part();

  @Test
  void a_client_with_nothing_to_close_is_not_counted_as_opened() {
    for (Object duties : new Object[] {null, List.of()}) {
      Object http = run.kept();
      client.opensUnlessExempt(http, duties);
      client.uses(http, "http://api.example.org/");
      client.closes(http);
      client.uses(http, "http://api.example.org/");
    }

    assertThat(client.live()).isEmpty();
    assertThat(client.sites(true)).isEmpty();
    assertThat(client.counts().opened()).isZero();
    assertThat(client.counts().closeBegun()).isZero();
    assertThat(client.counts().closed()).isZero();
    assertThat(client.counts().uses()).isZero();
    assertThat(client.counts().usedAfterClose()).isZero();
    assertThat(client.counts().hosts()).isEmpty();
    assertThat(run.lost(Loss.FAULTS)).isZero();
  }

  @Test
  void a_client_with_something_to_close_is_counted() {
    Object http = run.kept();
    client.opensUnlessExempt(http, POOL);
    client.opensUnlessExempt(run.kept(), "not a list");
    client.closes(http);

    assertThat(client.counts().opened()).isEqualTo(2);
    assertThat(client.counts().closed()).isEqualTo(1);
  }

  @Test
  void an_open_client_does_not_become_exempt() {
    Object http = client.opened();
    client.opensUnlessExempt(http, null);

    assertThat(client.live()).hasSize(1);
  }

  @Test
  void the_manager_of_an_exempt_client_stands_alone() {
    Object pool = manager.opened();
    Object http = run.kept();
    client.opensUnlessExempt(http, null);
    client.opensWithPart(http, pool);
    client.owns(http, pool);

    assertThat(manager.live()).singleElement().matches(part -> part.owner() == -1);
    manager.closes(pool);
    assertThat(manager.counts().closed()).isEqualTo(1);
    assertThat(client.counts().closed()).isZero();
  }

  @Test
  void an_exempt_client_that_was_collected_was_not_abandoned() {
    client.opensUnlessExempt(new Object(), null);
    client.openedForNobody();
    Garbage.collectUntil(
        "the other one counted as abandoned",
        () -> {
          run.tracker.settle();
          return client.sites(false).stream().anyMatch(site -> site.counts().abandoned() == 1);
        });

    assertThat(client.sites(false))
        .filteredOn(site -> site.stack().isEmpty())
        .singleElement()
        .matches(site -> site.counts().abandoned() == 0 && site.counts().opened() == 0);
  }
}
