package dev.ajar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.ledger.Ledger;
import dev.ajar.report.LedgerBuilder;
import org.junit.jupiter.api.Test;

class WatchedProcessTest {

  private static final String OWN = Long.toString(ProcessHandle.current().pid());
  private static final String NOBODY = Long.toString(Long.MAX_VALUE);
  private static final Host HERE = new Host("here", "boot-1", "pid:[1]");

  @Test
  void has_ended_when_its_ledger_says_so() {
    assertThat(fate(new LedgerBuilder().fact("pid", OWN))).isEqualTo(Fate.ENDED);
  }

  @Test
  void runs_as_long_as_its_ledger_is_locked() {
    LedgerBuilder elsewhere = gone().fact("boot", "boot-2").fact("host", "there");

    assertThat(WatchedProcess.fate(true, elsewhere.build(), HERE)).isEqualTo(Fate.RUNS);
    assertThat(WatchedProcess.fate(true, new LedgerBuilder().build(), HERE)).isEqualTo(Fate.RUNS);
  }

  @Test
  void runs_when_its_id_does() {
    assertThat(fate(running())).isEqualTo(Fate.RUNS);
    assertThat(fate(running().fact("boot", "boot-1").fact("pid.namespace", "pid:[1]")))
        .isEqualTo(Fate.RUNS);
  }

  @Test
  void is_gone_when_its_id_is() {
    assertThat(fate(gone())).isEqualTo(Fate.GONE);
    assertThat(fate(running().fact("pid", "none"))).isEqualTo(Fate.GONE);
    assertThat(fate(running().without("pid"))).isEqualTo(Fate.GONE);
  }

  @Test
  void is_gone_when_its_id_belongs_to_a_later_process() {
    String early = Long.toString(LedgerBuilder.NINE - 1_000_000_000_000L);

    assertThat(fate(running().fact("started", early))).isEqualTo(Fate.GONE);
  }

  @Test
  void is_gone_when_it_let_go_of_its_lock_in_another_container() {
    LedgerBuilder contained = running().fact("boot", "boot-1").fact("pid.namespace", "pid:[2]");

    assertThat(fate(contained)).isEqualTo(Fate.UNSEEN);
    assertThat(fate(contained.fact(Ledger.LOCKED, "true"))).isEqualTo(Fate.GONE);
  }

  @Test
  void is_out_of_sight_on_another_machine() {
    assertThat(fate(running().fact("host", "there"))).isEqualTo(Fate.UNSEEN);
    assertThat(fate(running().fact("host", "here").fact("boot", "boot-2"))).isEqualTo(Fate.UNSEEN);
    assertThat(fate(gone().fact("boot", "boot-2").fact(Ledger.LOCKED, "true")))
        .isEqualTo(Fate.UNSEEN);
  }

  private static LedgerBuilder gone() {
    return running().fact("pid", NOBODY);
  }

  private static LedgerBuilder running() {
    return new LedgerBuilder()
        .noEnd()
        .fact("pid", OWN)
        .fact("started", Long.toString(System.currentTimeMillis()));
  }

  private static Fate fate(LedgerBuilder ledger) {
    return WatchedProcess.fate(false, ledger.build(), HERE);
  }
}
