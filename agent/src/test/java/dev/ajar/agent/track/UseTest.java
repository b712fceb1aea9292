package dev.ajar.agent.track;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.agent.track.Kind.Trait;
import dev.ajar.ledger.Ledger;
import dev.ajar.ledger.Loss;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;

class UseTest {

  private final Tracking run = new Tracking();

  @Test
  void counts_the_uses_of_an_open_client_in_its_slot() {
    Kind client = run.client();
    Object resource = client.opened();
    client.uses(resource);
    client.uses(resource);
    client.uses(resource);

    Ledger.Live live = client.live().get(0);
    assertThat(live.uses()).isEqualTo(3);
    assertThat(live.firstUsed()).isGreaterThanOrEqualTo(live.opened());
    assertThat(live.lastUsed()).isGreaterThanOrEqualTo(live.firstUsed());
    assertThat(client.counts().uses()).isZero();
  }

  @Test
  void moves_the_uses_to_the_place_when_the_client_is_closed() {
    Kind client = run.client();
    Object resource = client.opened();
    client.uses(resource);
    Ledger.Live live = client.live().get(0);
    client.closes(resource);

    assertThat(client.counts().uses()).isEqualTo(1);
    assertThat(client.counts().firstUsed()).isEqualTo(live.firstUsed());
    assertThat(client.counts().lastUsed()).isEqualTo(live.lastUsed());
  }

  @Test
  void still_counts_a_use_while_the_close_has_not_returned() {
    Kind client = run.client();
    Object resource = client.opened();
    client.beginsClose(resource);
    client.uses(resource);

    assertThat(client.live()).singleElement().matches(live -> live.uses() == 1);
    assertThat(client.counts().usedAfterClose()).isZero();
  }

  @Test
  void counts_uses_after_the_close_on_their_own() {
    Kind client = run.client();
    Object resource = client.opened();
    client.uses(resource);
    client.closes(resource);
    client.uses(resource);
    client.uses(resource);

    assertThat(client.counts().usedAfterClose()).isEqualTo(2);
    assertThat(client.counts().uses()).isEqualTo(1);
  }

  @Test
  void finds_no_fault_with_a_use_after_a_close_that_only_let_go_of_what_was_idle() {
    Kind client = run.client(Trait.USABLE_AFTER_CLOSE);
    Object resource = client.opened();
    client.closes(resource);
    client.uses(resource);

    assertThat(client.counts().usedAfterClose()).isZero();
    assertThat(client.counts().uses()).isZero();
  }

  @Test
  void knows_nothing_of_a_client_that_was_opened_before_it_watched() {
    Kind client = run.client();
    client.uses(run.kept(), URI.create("http://api.example.org/"));

    assertThat(run.ledger.read().sites()).isEmpty();
    assertThat(run.live()).isEmpty();
    assertThat(run.lost(Loss.FAULTS)).isZero();
  }

  @Test
  void notes_each_host_once_and_nothing_else_of_the_address() {
    Kind client = run.client();
    Object resource = client.opened();
    client.uses(resource, URI.create("https://me:secret@api.example.org:8443/v1/key?token=abc"));
    client.uses(resource, URI.create("https://api.example.org:8443/other"));
    client.uses(resource, URI.create("https://files.example.org/"));
    client.uses(resource, "no address at all");
    client.uses(resource);

    assertThat(client.counts().hosts())
        .containsExactly("api.example.org:8443", "files.example.org");
    assertThat(client.counts().moreHosts()).isFalse();
    assertThat(client.live().get(0).uses()).isEqualTo(5);
  }

  @Test
  void notes_a_host_that_is_given_without_an_address_around_it() {
    Kind client = run.client();
    Object resource = client.opened();
    client.usesHost(resource, InetSocketAddress.createUnresolved("api.example.org", 8443));
    client.usesHost(resource, "files.example.org");
    client.usesHost(resource, "/tmp/some.socket");

    assertThat(client.counts().hosts())
        .containsExactly("api.example.org:8443", "files.example.org");
    assertThat(client.live().get(0).uses()).isEqualTo(3);
  }

  @Test
  void says_so_when_there_are_more_hosts_than_it_notes() {
    Kind client = run.client();
    Object resource = client.opened();
    for (int host = 1; host <= 40; host++) {
      client.uses(resource, URI.create("http://host-" + host + ".example.org/"));
    }

    assertThat(client.counts().hosts())
        .containsExactly(
            "host-1.example.org", "host-2.example.org", "host-3.example.org", "host-4.example.org");
    assertThat(client.counts().moreHosts()).isTrue();
    assertThat(client.live().get(0).uses()).isEqualTo(40);
  }

  @Test
  void notes_no_host_of_a_use_after_the_close() {
    Kind client = run.client();
    Object resource = client.opened();
    client.closes(resource);
    client.uses(resource, URI.create("http://late.example.org/"));

    assertThat(client.counts().hosts()).isEmpty();
  }
}
