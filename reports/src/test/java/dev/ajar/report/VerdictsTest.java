package dev.ajar.report;

import static dev.ajar.report.LedgerBuilder.CLIENT;
import static dev.ajar.report.LedgerBuilder.END;
import static dev.ajar.report.LedgerBuilder.NINE;
import static dev.ajar.report.LedgerBuilder.RESPONSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.ledger.Contract;
import dev.ajar.ledger.ResourceType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictsTest {

  private static final long LATE = END - 60_000;

  @ParameterizedTest(name = "{0}: {1} of {2}")
  @CsvSource({
    "MUST,   1, 3, error",
    "MUST,   5, 5, error",
    "SHOULD, 1, 3, warning",
    "SHOULD, 4, 5, warning",
    "SHOULD, 5, 5, error",
    "MAY,    1, 3, none",
    "MAY,    4, 9, none",
    "MAY,    5, 9, warning",
    "NEVER,  1, 3, none",
    "NEVER,  500, 500, none",
    "MUST,   0, 500, none",
  })
  void weighs_unclosed_resources_by_what_the_library_asks(
      Contract contract, long unclosed, long opened, String severity) {
    Report report = report(contract, late(opened).closed(opened - unclosed));

    assertThat(severities(report))
        .isEqualTo(severity.equals("none") ? List.of() : List.of(severity));
    assertThat(report.information()).isEmpty();
    for (Finding finding : report.findings()) {
      assertThat(finding.unclosed()).isEqualTo(unclosed);
      assertThat(finding.piledUp()).isEqualTo(unclosed >= 5);
    }
  }

  @Test
  void calls_it_open_if_any_is_and_abandoned_if_none_is() {
    assertThat(only(Contract.MUST, CountsBuilder.opened(3).abandoned(2)).kind())
        .isEqualTo(Kind.OPEN);
    assertThat(only(Contract.MUST, CountsBuilder.opened(3).abandoned(3)).kind())
        .isEqualTo(Kind.ABANDONED);
  }

  @Test
  void counts_open_and_abandoned_together_for_piling_up() {
    Finding finding = only(Contract.MAY, late(5).abandoned(3));

    assertThat(finding.piledUp()).isTrue();
    assertThat(finding.unclosed()).isEqualTo(5);
  }

  @Test
  void finds_nothing_in_a_close_that_has_begun() {
    Report report = report(Contract.MUST, CountsBuilder.opened(2).closed(1).closing(1));

    assertThat(report.findings()).isEmpty();
    assertThat(report.summary().clients().closing()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"30000, 1", "29999, 0", "0, 0"})
  void takes_a_close_that_has_not_ended_in_half_a_minute_for_failed(long millis, int failed) {
    Report report =
        new LedgerBuilder()
            .site(
                LedgerBuilder.client(Contract.MUST),
                CountsBuilder.opened(3).closed(2).closing(1),
                "com.acme.Main.main:12")
            .closingSince(LedgerBuilder.END - millis)
            .report();

    assertThat(report.findings()).hasSize(failed);
    Tally clients = report.summary().clients();
    assertThat(clients).isEqualTo(new Tally(3, 2, 0, 0, 1, 0, 0, failed));
    report
        .findings()
        .forEach(
            finding -> {
              assertThat(finding.kind()).isEqualTo(Kind.CLOSE_FAILED);
              assertThat(finding.subjects()).isEqualTo(1);
              assertThat(finding.unclosed()).isZero();
            });
  }

  @Test
  void finds_nothing_in_what_was_closed_with_its_owner() {
    assertThat(report(Contract.MUST, CountsBuilder.opened(2).closedWithOwner(2)).findings())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"MUST, 1", "SHOULD, 1", "MAY, 0", "NEVER, 0"})
  void takes_the_only_one_that_lived_most_of_the_run_for_information(
      Contract contract, int information) {
    Report report = report(contract, CountsBuilder.opened(1));

    assertThat(report.findings()).isEmpty();
    assertThat(report.information()).hasSize(information);
    for (Finding finding : report.information()) {
      assertThat(finding.applicationScoped()).isTrue();
      assertThat(finding.severity()).isEqualTo(Severity.INFO);
    }
  }

  @Test
  void takes_one_opened_in_the_first_half_but_not_in_the_second_for_information() {
    long half = NINE + (END - NINE) / 2;

    assertThat(report(Contract.MUST, CountsBuilder.opened(1, half - 1, half - 1)).information())
        .hasSize(1);
    assertThat(report(Contract.MUST, CountsBuilder.opened(1, half, half)).findings()).hasSize(1);
  }

  @Test
  void takes_the_only_one_for_a_fault_if_it_was_collected() {
    assertThat(only(Contract.MUST, CountsBuilder.opened(1).abandoned(1)).severity())
        .isEqualTo(Severity.ERROR);
  }

  @Test
  void takes_the_last_of_two_for_a_fault() {
    assertThat(only(Contract.MUST, CountsBuilder.opened(2).closed(1)).applicationScoped())
        .isFalse();
  }

  @Test
  void takes_a_response_for_a_fault_however_long_it_was_open() {
    Report report =
        new LedgerBuilder().site(RESPONSE, CountsBuilder.opened(1), "app.A.b:1").report();

    assertThat(severities(report)).containsExactly("error");
  }

  @Test
  void takes_the_only_one_for_a_fault_where_the_start_is_not_known() {
    Report report =
        new LedgerBuilder()
            .without("started")
            .site(CLIENT, CountsBuilder.opened(1), "app.Main.run:1")
            .report();

    assertThat(severities(report)).containsExactly("error");
  }

  @Test
  void does_not_take_places_beyond_the_bound_for_one_that_piled_up() {
    Report may =
        new LedgerBuilder()
            .site(LedgerBuilder.client(Contract.MAY), CountsBuilder.opened(50))
            .report();
    Report must = new LedgerBuilder().site(CLIENT, CountsBuilder.opened(50)).report();

    assertThat(may.findings()).isEmpty();
    assertThat(severities(must)).containsExactly("error");
    assertThat(must.findings().get(0).piledUp()).isFalse();
    assertThat(must.findings().get(0).blame()).isNull();
  }

  @Test
  void puts_errors_before_warnings_then_many_before_few_then_early_before_late() {
    ResourceType should = LedgerBuilder.client(Contract.SHOULD);
    Report report =
        new LedgerBuilder()
            .site(should, CountsBuilder.opened(90), "app.A.warning:1")
            .site(CLIENT, late(2), "app.A.late:2")
            .site(CLIENT, CountsBuilder.opened(2, LATE - 1, LATE), "app.A.early:3")
            .site(CLIENT, CountsBuilder.opened(1), "app.A.information:4")
            .site(CLIENT, late(3), "app.A.many:5")
            .report();

    assertThat(report.findings())
        .extracting(finding -> finding.blame().method())
        .containsExactly("many", "early", "late", "warning");
    assertThat(report.findings()).extracting(Finding::number).containsExactly(1, 2, 3, 4);
    assertThat(report.information()).extracting(Finding::number).containsExactly(5);
  }

  @Test
  void adds_up_clients_and_responses_apart() {
    Report report =
        new LedgerBuilder()
            .site(CLIENT, CountsBuilder.opened(10).closed(6).closedInShutdown(2), "app.A.a:1")
            .site(CLIENT, CountsBuilder.opened(5).abandoned(1).closing(1), "app.A.b:2")
            .site(CLIENT, CountsBuilder.opened(1).closed(1), "app.A.c:3")
            .site(LedgerBuilder.POOL, CountsBuilder.opened(100), "app.A.d:4")
            .site(RESPONSE, CountsBuilder.opened(7).closedWithOwner(7), "app.A.e:5")
            .report();

    assertThat(report.summary())
        .isEqualTo(
            new Summary(new Tally(16, 7, 2, 0, 1, 1, 5, 0), new Tally(7, 0, 0, 7, 0, 0, 0, 0), 2));
  }

  private static CountsBuilder late(long opened) {
    return CountsBuilder.opened(opened, LATE, LATE);
  }

  private static Report report(Contract contract, CountsBuilder counts) {
    return new LedgerBuilder()
        .site(LedgerBuilder.client(contract), counts, "app.Main.run:1")
        .report();
  }

  private static Finding only(Contract contract, CountsBuilder counts) {
    List<Finding> findings = report(contract, counts).findings();
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  private static List<String> severities(Report report) {
    return report.findings().stream().map(finding -> finding.severity().word()).toList();
  }
}
