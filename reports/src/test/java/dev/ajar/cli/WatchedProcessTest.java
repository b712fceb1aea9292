package dev.ajar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.report.LedgerBuilder;
import dev.ajar.report.Nature;
import org.junit.jupiter.api.Test;

class WatchedProcessTest {

  private static final String OWN = Long.toString(ProcessHandle.current().pid());

  @Test
  void has_ended_when_its_ledger_says_so() {
    assertThat(nature(new LedgerBuilder().fact("pid", OWN))).isEqualTo(Nature.EXIT);
  }

  @Test
  void is_running_when_its_id_is() {
    assertThat(nature(running())).isEqualTo(Nature.SNAPSHOT);
  }

  @Test
  void is_gone_when_its_id_is() {
    assertThat(nature(running().fact("pid", Long.toString(Long.MAX_VALUE))))
        .isEqualTo(Nature.RECOVERED);
    assertThat(nature(running().fact("pid", "none"))).isEqualTo(Nature.RECOVERED);
    assertThat(nature(running().without("pid"))).isEqualTo(Nature.RECOVERED);
  }

  @Test
  void is_gone_when_its_id_belongs_to_a_later_process() {
    assertThat(
            nature(
                running().fact("started", Long.toString(LedgerBuilder.NINE - 1_000_000_000_000L))))
        .isEqualTo(Nature.RECOVERED);
  }

  @Test
  void is_out_of_sight_on_another_host() {
    assertThat(nature(running().fact("host", "no-such-host.example"))).isEqualTo(Nature.RECOVERED);
  }

  private static LedgerBuilder running() {
    return new LedgerBuilder()
        .noEnd()
        .fact("pid", OWN)
        .fact("started", Long.toString(System.currentTimeMillis()));
  }

  private static Nature nature(LedgerBuilder ledger) {
    return WatchedProcess.nature(ledger.build());
  }
}
