package dev.ajar.report;

import static dev.ajar.report.LedgerBuilder.CLIENT;
import static dev.ajar.report.LedgerBuilder.END;
import static dev.ajar.report.LedgerBuilder.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.ledger.Loss;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

  @Test
  void is_silent_when_no_client_was_met_and_all_went_well() {
    assertThat(new LedgerBuilder().report().silent()).isTrue();
    assertThat(new LedgerBuilder().met("L", "l.jar", null, "").report().silent()).isFalse();
    assertThat(new LedgerBuilder().problem("x").report().silent()).isFalse();
    assertThat(new LedgerBuilder().damage("x").report().silent()).isFalse();
    assertThat(new LedgerBuilder().lost(Loss.FAULTS, 1).report().silent()).isFalse();
    assertThat(
            new LedgerBuilder().site(CLIENT, CountsBuilder.opened(1), "a.B.c:1").report().silent())
        .isFalse();
  }

  @Test
  void tells_which_run_it_is_of() {
    Report report =
        new LedgerBuilder().fact("host", "web3").fact("java.version", "17.0.15").report();

    assertThat(report.header())
        .isEqualTo(
            new Header(
                Nature.EXIT,
                "1.0.0",
                4711L,
                "web3",
                "orders-svc",
                "2026.11.21-3",
                "17.0.15",
                new Moment(NINE),
                null,
                new Moment(END),
                2_400_000L,
                "SIGTERM",
                "file",
                null,
                List.of()));
  }

  @Test
  void knows_nothing_of_a_run_without_facts() {
    LedgerBuilder ledger = new LedgerBuilder().noEnd().fact("pid", "x").without("ajar.version");
    for (String key : List.of("service", "build", "started", "ledger")) {
      ledger.without(key);
    }

    assertThat(Report.of(ledger.build(), Nature.RECOVERED, END).header())
        .isEqualTo(
            new Header(
                Nature.RECOVERED,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(
                    "how it ended, when, and what it did after an unknown time",
                    "what its shutdown would have closed: what was open then is told as open",
                    "what was collected after the last opening: it is told as open",
                    "which threads, sockets and connections it held: they were not measured")));
  }

  @Test
  void splits_options_from_where_they_came() {
    Report report =
        new LedgerBuilder()
            .fact("option.output", "a (from b).json (from -Dajar.output)")
            .fact("option.quiet", "true")
            .report();

    assertThat(report.options())
        .containsExactly(
            new Option("output", "a (from b).json", "-Dajar.output"),
            new Option("quiet", "true", ""));
  }

  @Test
  void gathers_coverage_by_library_and_source() {
    Report report =
        new LedgerBuilder()
            .met("L", "l-1.jar", "1", "")
            .met("M", "m.jar", null, "a, b")
            .met("L", "l-1.jar", "1", "c")
            .met("L", "l-2.jar", "2", "")
            .report();

    assertThat(report.coverage()).extracting(Library::name).containsExactly("L", "M");
    List<Library.Source> sources = report.coverage().get(0).sources();
    assertThat(sources).extracting(Library.Source::name).containsExactly("l-1.jar", "l-2.jar");
    assertThat(sources.get(0).classes())
        .extracting(Library.Met::missing)
        .containsExactly(List.of(), List.of("c"));
    assertThat(report.coverage().get(1).sources().get(0).classes().get(0).missing())
        .containsExactly("a", "b");
  }

  @Test
  void names_the_option_that_raises_a_limit() {
    Report report =
        new LedgerBuilder()
            .lost(Loss.LIVE_SLOTS, 3)
            .lost(Loss.PLACES, 2)
            .lost(Loss.LOG_RECORDS, 1)
            .report();

    assertThat(report.losses())
        .containsExactly(
            new Shortfall(Loss.PLACES, 2, null),
            new Shortfall(Loss.LIVE_SLOTS, 3, "max-live"),
            new Shortfall(Loss.LOG_RECORDS, 1, null));
  }
}
