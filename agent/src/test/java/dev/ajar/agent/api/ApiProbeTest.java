package dev.ajar.agent.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.agent.track.Clock;
import dev.ajar.agent.track.Stacks;
import dev.ajar.agent.track.Tracker;
import dev.ajar.ledger.Ledger;
import dev.ajar.ledger.LedgerWriter;
import dev.ajar.ledger.Loss;
import org.junit.jupiter.api.Test;

class ApiProbeTest {

  private static final long START = 1_795_251_600_000L;

  private final LedgerWriter ledger = LedgerWriter.open(null, 100, 1);
  private final Clock clock = new Clock(START, System.nanoTime());
  private final Tracker tracker = new Tracker(ledger, clock, new Stacks(32, null), () -> false);
  private final ApiProbe probe = new ApiProbe(tracker, ledger, clock);

  @Test
  void says_that_it_is_here() {
    assertThat(ask("here", "")).isEqualTo(true);
  }

  @Test
  void counts_no_client_where_none_is_open() {
    assertThat(ask("open", "")).isEqualTo(new Object[0]);
  }

  @Test
  void gives_a_scope_that_can_be_left() {
    Object scope = ask("enter", "tenant-7");

    assertThat(scope).isNotNull();
    assertThat(ask("leave", scope)).isNull();
  }

  @Test
  void keeps_the_last_mark() {
    ask("mark", "first");
    ask("mark", "x".repeat(100));

    assertThat(ledger.read().facts().get(Ledger.MARK)).matches("[0-9]{13} x{80}");
  }

  @Test
  void keeps_a_thousand_marks_and_says_that_there_were_more() {
    for (int mark = 1; mark <= 1_005; mark++) {
      ask("mark", "mark " + mark);
    }

    assertThat(ledger.read().facts().get(Ledger.MARK)).endsWith(" mark 1000");
    assertThat(ledger.read().problems())
        .containsExactly("more than 1,000 marks were set; the report goes by the 1,000th");
  }

  @Test
  void makes_nothing_of_what_it_does_not_know() {
    probe.accept("here", null);
    probe.accept(null, null);
    probe.accept(new Object[] {"here"}, null);
    probe.accept(new Object[] {7, null, null}, null);
    assertThat(ask("of a later version", "")).isNull();
    assertThat(ask("leave", "no scope")).isNull();
    probe.accept(new String[] {"here", "", ""}, null); // which cannot hold the answer

    assertThat(ledger.read().losses()).containsEntry(Loss.FAULTS, 1L);
  }

  private Object ask(String word, Object argument) {
    Object[] request = {word, argument, null};
    probe.accept(request, null);
    return request[2];
  }
}
