package dev.ajar.agent.track;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.agent.track.Kind.Trait;
import dev.ajar.ledger.Incident;
import dev.ajar.ledger.Ledger;
import dev.ajar.ledger.SiteKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class LateUseTest {

  private final Tracking run = new Tracking();
  private final Kind client = run.client();

  @Test
  void tells_where_and_on_which_threads_one_was_used_and_closed() throws Exception {
    Object resource = client.opened();
    Caller api = Caller.of("com.acme.Api");
    onThread("closer-1", () -> api.at(7, () -> client.closes(resource)));
    onThread("worker-3", () -> api.at(8, () -> client.uses(resource)));

    Incident incident = only(run.ledger.read().incidents());
    assertThat(incident.kind()).isEqualTo(Incident.Kind.LATE_USE);
    assertThat(incident.what()).isNull();
    assertThat(site(incident.site())).isEqualTo(client.sites(false).get(0));
    assertThat(site(incident.close()).stack().get(0).line()).isEqualTo(7);
    assertThat(site(incident.close()).counts().threadNames()).containsExactly("closer-%d");
    Ledger.Site use = site(incident.use());
    assertThat(use.kind()).isEqualTo(SiteKind.LATE_USE);
    assertThat(use.stack().get(0).line()).isEqualTo(8);
    assertThat(use.counts().threadNames()).containsExactly("worker-%d");
    assertThat(use.counts().threads()).isEqualTo(1);
    assertThat(use.counts().lastUsed()).isPositive();
    assertThat(client.counts().usedAfterClose()).isEqualTo(1);
  }

  @Test
  void takes_a_few_stacks_of_each_and_counts_the_rest() {
    Object resource = client.opened();
    client.closes(resource);
    for (int use = 0; use < 1_000; use++) {
      client.uses(resource);
    }

    assertThat(client.counts().usedAfterClose()).isEqualTo(1_000);
    assertThat(client.counts().usedLate()).isEqualTo(1);
    Incident incident = only(run.ledger.read().incidents());
    assertThat(site(incident.use()).counts().usedAfterClose()).isEqualTo(3);
  }

  @Test
  void says_when_there_are_more_ways_than_are_told() throws ReflectiveOperationException {
    Caller api = Caller.of("com.acme.Api");
    for (int line = 1; line <= 40; line++) {
      Object resource = client.opened();
      client.closes(resource);
      api.at(line, () -> client.uses(resource));
    }

    assertThat(client.counts().usedAfterClose()).isEqualTo(40);
    assertThat(client.counts().moreIncidents()).isTrue();
    assertThat(run.ledger.read().incidents()).hasSize(32);
  }

  @Test
  void does_not_count_a_use_of_one_that_was_closed_in_the_shutdown() {
    Object resource = client.opened();
    run.shutdownBegan.set(true);
    client.closes(resource);
    client.uses(resource);

    assertThat(client.counts().usedAfterClose()).isZero();
    assertThat(run.ledger.read().incidents()).isEmpty();
  }

  @Test
  void counts_a_use_in_the_shutdown_of_one_that_was_closed_before() {
    Object resource = client.opened();
    client.closes(resource);
    run.shutdownBegan.set(true);
    client.uses(resource);

    assertThat(client.counts().usedAfterClose()).isEqualTo(1);
  }

  @Test
  void does_not_count_a_use_of_one_that_never_was_open_or_is_exempt_or_usable() {
    Object unused = run.kept();
    client.makesUnused(unused);
    Object exempt = run.kept();
    client.opensUnlessExempt(exempt, List.of());
    for (Object resource : List.of(unused, exempt)) {
      client.closes(resource);
      client.uses(resource);
    }
    Kind evicted = run.client(Trait.USABLE_AFTER_CLOSE);
    Object resource = evicted.opened();
    evicted.closes(resource);
    evicted.uses(resource);

    assertThat(run.ledger.read().sites()).allMatch(site -> site.counts().usedAfterClose() == 0);
    assertThat(run.ledger.read().incidents()).isEmpty();
  }

  @Test
  void tells_of_what_lay_inside_where_its_owner_was_closed() throws ReflectiveOperationException {
    Kind inner = run.client();
    Object wrapped = run.kept();
    Object wrapper = run.kept();
    client.makes(
        () -> {
          inner.opens(wrapped);
          client.opens(wrapper);
        });
    Caller.of("com.acme.Api").at(7, () -> client.closes(wrapper));
    inner.uses(wrapped);

    Incident incident = only(run.ledger.read().incidents());
    assertThat(site(incident.site())).isEqualTo(inner.sites(false).get(0));
    assertThat(site(incident.close())).isEqualTo(client.sites(true).get(0));
  }

  private Ledger.Site site(int number) {
    return run.ledger.read().sites().get(number);
  }

  private static Incident only(List<Incident> incidents) {
    assertThat(incidents).hasSize(1);
    return incidents.get(0);
  }

  private static void onThread(String name, Runnable work) throws InterruptedException {
    Thread thread = new Thread(work, name);
    thread.start();
    thread.join();
  }
}
