package dev.ajar.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LiveSlotTest {

  @Test
  void has_no_more_slots_than_the_bound() {
    LedgerWriter writer = LedgerWriter.open(null, 3, 42);
    SiteRow site = Run.site(writer, writer.type(Run.CLIENT), false, Run.STACK);
    for (int count = 0; count < 3; count++) {
      Run.open(writer, site, 0, 1_000 + count);
    }

    assertThat(writer.takeSlot()).isNull();
    assertThat(writer.read().live()).hasSize(3);
  }

  @Test
  void uses_a_slot_again_once_it_is_given_back() {
    LedgerWriter writer = LedgerWriter.open(null, 1, 42);
    SiteRow site = Run.site(writer, writer.type(Run.CLIENT), false, Run.STACK);
    LiveSlot slot = Run.open(writer, site, 0, 1_000);
    slot.used(1_500);
    slot.ownedBy(slot, false);
    writer.giveBack(slot);
    assertThat(writer.read().live()).isEmpty();

    Run.open(writer, site, 0, 2_000);

    assertThat(writer.read().live())
        .singleElement()
        .satisfies(
            live -> {
              assertThat(live.opened()).isEqualTo(2_000);
              assertThat(live.uses()).isZero();
              assertThat(live.owner()).isEqualTo(-1);
            });
  }

  @Test
  void finds_room_for_more_slots_than_a_chunk_holds() {
    LedgerWriter writer = LedgerWriter.open(null, 5_000, 42);
    SiteRow site = Run.site(writer, writer.type(Run.CLIENT), false, Run.STACK);
    for (int count = 0; count < 5_000; count++) {
      Run.open(writer, site, 0, 1_000 + count);
    }

    assertThat(writer.takeSlot()).isNull();
    assertThat(writer.read().live())
        .hasSize(5_000)
        .extracting(Ledger.Live::slot)
        .doesNotHaveDuplicates();
  }
}
