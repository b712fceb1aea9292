package dev.ajar.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SiteRowTest {

  private final LedgerWriter writer = LedgerWriter.open(null, 10, 42);
  private final SiteRow site = Run.site(writer, writer.type(Run.CLIENT), false, Run.STACK);

  @Test
  void keeps_a_few_names_and_says_when_there_are_more() {
    for (int host = 0; host < 4; host++) {
      site.host(writer.text("host" + host));
    }
    site.host(writer.text("host0"));
    assertThat(counts().moreHosts()).isFalse();

    site.host(writer.text("host4"));

    assertThat(counts().hosts()).containsExactly("host0", "host1", "host2", "host3");
    assertThat(counts().moreHosts()).isTrue();
    assertThat(counts().moreThreadNames()).isFalse();
  }

  @Test
  void keeps_a_few_closers_and_says_when_there_are_more() {
    for (int closer = 10; closer < 14; closer++) {
      site.closeBegun(closer);
    }
    site.closeBegun(-1);

    assertThat(counts().closers()).containsExactly(10, 11, 12);
    assertThat(counts().moreClosers()).isTrue();
    assertThat(counts().closeBegun()).isEqualTo(5);
  }

  @Test
  void keeps_the_first_and_the_last_time_whatever_their_order() {
    site.opened(2_000, 0, true, true);
    site.opened(1_000, 0, false, false);
    site.lived(10, 3, 500, 700);
    site.lived(20, 1, 400, 400);
    site.used(600);

    assertThat(counts().firstOpened()).isEqualTo(1_000);
    assertThat(counts().lastOpened()).isEqualTo(2_000);
    assertThat(counts().firstUsed()).isEqualTo(400);
    assertThat(counts().lastUsed()).isEqualTo(700);
    assertThat(counts().uses()).isEqualTo(5);
    assertThat(counts().threads()).isEqualTo(1);
    assertThat(counts().onVirtual()).isEqualTo(1);
    assertThat(counts().lifeTotal()).isEqualTo(30);
  }

  @Test
  void counts_each_way_to_an_end() {
    for (int count = 0; count < 6; count++) {
      site.opened(1_000, 0, false, false);
    }
    site.closeBegun(-1);
    site.closed(2_000, false);
    site.closedWithOwner(3_000);
    site.abandoned();
    site.usedAfterClose(true);

    assertThat(counts().closed()).isEqualTo(1);
    assertThat(counts().closedInShutdown()).isZero();
    assertThat(counts().closedWithOwner()).isEqualTo(1);
    assertThat(counts().abandoned()).isEqualTo(1);
    assertThat(counts().usedAfterClose()).isEqualTo(1);
    assertThat(counts().lastClosed()).isEqualTo(3_000);
    assertThat(counts().open()).isEqualTo(3);
  }

  private Ledger.Counts counts() {
    return writer.read().sites().get(0).counts();
  }
}
