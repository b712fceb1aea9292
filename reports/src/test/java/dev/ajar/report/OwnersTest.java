package dev.ajar.report;

import static dev.ajar.report.LedgerBuilder.CLIENT;
import static dev.ajar.report.LedgerBuilder.POOL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.ledger.Contract;
import dev.ajar.ledger.Loss;
import dev.ajar.ledger.ResourceType;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnersTest {

  private final LedgerBuilder ledger = new LedgerBuilder();

  @Test
  void counts_a_part_with_its_open_owner() {
    int owner = openClient();
    ledger.site(POOL, CountsBuilder.opened(2).closed(1), "app.B.inner:9").ownedBy(owner);

    assertThat(blamed()).containsExactly("make");
    assertThat(ledger.report().findings().get(0).parts())
        .containsExactly(new Finding.Part(POOL.name(), POOL.className(), 1));
  }

  @Test
  void counts_the_part_of_a_part_with_the_outermost() {
    int owner = openClient();
    ledger.site(POOL, CountsBuilder.opened(1), "app.B.inner:9").ownedBy(owner);
    int inner = ledger.lastSlot();
    ledger.site(POOL, CountsBuilder.opened(1), "app.B.innermost:10").ownedBy(inner);

    assertThat(blamed()).containsExactly("make");
    assertThat(ledger.report().findings().get(0).parts().get(0).count()).isEqualTo(2);
  }

  @Test
  void counts_a_client_inside_another_with_the_outermost() {
    int owner = openClient();
    ledger.site(CLIENT, CountsBuilder.opened(1), "app.B.inner:9").inside(owner);
    int inner = ledger.lastSlot();
    ledger.site(POOL, CountsBuilder.opened(1), "app.B.innermost:10").ownedBy(inner);

    assertThat(blamed()).containsExactly("make");
    assertThat(ledger.report().findings().get(0).parts())
        .extracting(Finding.Part::name)
        .containsExactly(CLIENT.name(), POOL.name());
  }

  @Test
  void counts_a_client_that_another_handed_out_for_itself() {
    int owner = openClient();
    ledger.site(CLIENT, CountsBuilder.opened(2), "app.B.inner:9").ownedBy(owner).ownedBy(owner);

    assertThat(blamed()).containsExactlyInAnyOrder("make", "inner");
  }

  @Test
  void asks_of_a_client_what_the_strictest_of_its_parts_asks() {
    ResourceType client = LedgerBuilder.client(Contract.SHOULD);
    long late = LedgerBuilder.END - 60_000;
    ledger.site(client, CountsBuilder.opened(2, late, late), "app.A.make:7");
    ledger.live(late, 0, 0, 0).live(late, 0, 0, 0);
    Severity alone = ledger.report().findings().get(0).severity();
    int owner = ledger.lastSlot();
    ledger.site(CLIENT, CountsBuilder.opened(1), "app.A.make:7").inside(owner);

    assertThat(alone).isEqualTo(Severity.WARNING);
    assertThat(ledger.report().findings())
        .extracting(Finding::severity)
        .containsExactly(Severity.ERROR);
  }

  @Test
  void reports_a_part_without_an_owner() {
    openClient();
    ledger.site(POOL, CountsBuilder.opened(2), "app.B.inner:9").live(2);

    assertThat(blamed()).containsExactly("make", "inner");
    assertThat(ledger.report().findings().get(1).unclosed()).isEqualTo(2);
  }

  @Test
  void reports_a_part_whose_owner_is_gone() {
    ledger.site(POOL, CountsBuilder.opened(2), "app.B.inner:9").ownedBy(99).ownedBy(99);

    assertThat(blamed()).containsExactly("inner");
  }

  @Test
  void reports_a_part_whose_owner_is_being_closed() {
    ledger.site(CLIENT, CountsBuilder.opened(2).closing(2), "app.A.make:7").closing(-1);
    int owner = ledger.lastSlot();
    ledger.site(POOL, CountsBuilder.opened(2), "app.B.inner:9").ownedBy(owner).ownedBy(owner);

    assertThat(blamed()).containsExactly("inner");
  }

  @Test
  void leaves_a_part_to_an_owner_whose_close_ends_in_the_background() {
    ledger.site(CLIENT, CountsBuilder.opened(1).closing(1), "app.A.make:7");
    ledger.closingSince(LedgerBuilder.END - 1_000);
    int owner = ledger.lastSlot();
    ledger.site(POOL, CountsBuilder.opened(2), "app.B.inner:9").ownedBy(owner).inside(owner);

    assertThat(blamed()).isEmpty();
  }

  @Test
  void leaves_a_client_to_an_owner_whose_close_ends_in_the_background() {
    ledger.site(CLIENT, CountsBuilder.opened(1).closing(1), "app.A.make:7");
    ledger.closingSince(LedgerBuilder.END - 1_000);
    int owner = ledger.lastSlot();
    ledger.site(CLIENT, CountsBuilder.opened(3), "app.B.other:9").ownedBy(owner).live(2);

    assertThat(ledger.report().findings())
        .singleElement()
        .matches(finding -> finding.unclosed() == 2);
  }

  @Test
  void counts_a_part_with_an_owner_whose_close_does_not_end() {
    ledger.site(CLIENT, CountsBuilder.opened(2).closed(1).closing(1), "app.A.make:7");
    ledger.closingSince(LedgerBuilder.NINE + 2_000);
    int owner = ledger.lastSlot();
    ledger.site(POOL, CountsBuilder.opened(2), "app.B.inner:9").ownedBy(owner).inside(owner);

    assertThat(blamed()).containsExactly("make");
    assertThat(ledger.report().findings().get(0).parts())
        .singleElement()
        .matches(part -> part.count() == 2);
  }

  @Test
  void reports_only_those_parts_of_a_place_that_have_no_owner() {
    int owner = openClient();
    ledger.site(POOL, CountsBuilder.opened(3), "app.B.inner:9").ownedBy(owner).live(2);

    assertThat(ledger.report().findings().get(1).unclosed()).isEqualTo(2);
    assertThat(ledger.report().findings().get(1).counts().open()).isEqualTo(3);
  }

  @Test
  void counts_a_collected_part_with_the_collected_client_of_the_same_line() {
    ledger
        .site(CLIENT, CountsBuilder.opened(3).abandoned(3), "app.A.make:7")
        .site(POOL, CountsBuilder.opened(3).abandoned(3), "org.apache.hc.X.y:1", "app.A.make:7");

    assertThat(blamed()).containsExactly("make");
  }

  @Test
  void reports_a_collected_part_of_another_line() {
    ledger
        .site(CLIENT, CountsBuilder.opened(3).abandoned(3), "app.A.make:7")
        .site(POOL, CountsBuilder.opened(3).abandoned(3), "app.A.make:8");

    assertThat(ledger.report().findings()).hasSize(2);
  }

  @Test
  void reports_more_collected_parts_than_clients() {
    ledger
        .site(CLIENT, CountsBuilder.opened(3).closed(2).abandoned(1), "app.A.make:7")
        .site(POOL, CountsBuilder.opened(3).abandoned(3), "app.A.make:7");

    assertThat(ledger.report().findings()).extracting(Finding::unclosed).containsExactly(1L, 2L);
  }

  @Test
  void is_silent_about_parts_where_details_were_lost() {
    openClient();
    ledger.site(POOL, CountsBuilder.opened(2), "app.B.inner:9").live(2).lost(Loss.LIVE_SLOTS, 1);

    assertThat(blamed()).containsExactly("make");
    assertThat(ledger.report().losses().get(0).text()).contains("no part of a client is reported");
  }

  @Test
  void survives_a_ring_of_owners() {
    ledger.site(POOL, CountsBuilder.opened(2), "app.B.inner:9").live(1);
    int first = ledger.lastSlot();
    ledger.ownedBy(first + 2).ownedBy(first + 1);

    assertThat(ledger.report().findings()).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void is_silent_about_what_is_in_a_client_that_nobody_has_to_close() {
    ledger.site(LedgerBuilder.client(Contract.NEVER), CountsBuilder.opened(2), "app.A.make:7");
    int owner = ledger.live(2).lastSlot();
    ledger.site(POOL, CountsBuilder.opened(2), "app.B.inner:9").ownedBy(owner).ownedBy(owner);

    assertThat(blamed()).isEmpty();
  }

  private int openClient() {
    ledger.site(CLIENT, CountsBuilder.opened(2), "app.A.make:7").live(2);
    return ledger.lastSlot();
  }

  private List<String> blamed() {
    return ledger.report().findings().stream().map(finding -> finding.blame().method()).toList();
  }
}
