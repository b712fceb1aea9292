package dev.ajar.report;

import static dev.ajar.report.LedgerBuilder.CLIENT;
import static dev.ajar.report.LedgerBuilder.END;
import static dev.ajar.report.LedgerBuilder.NINE;
import static dev.ajar.report.LedgerBuilder.RESPONSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.ledger.Contract;
import dev.ajar.ledger.ResourceType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnclosedTest {

  private static final String LINE = "app.Main.run:1";

  private final LedgerBuilder ledger = new LedgerBuilder();

  @ParameterizedTest(name = "closed {0} of {1}, abandoned {2}: {3}")
  @CsvSource({
    "97, 100, 3, PARTIAL",
    "50, 100, 50, PARTIAL",
    "49, 100, 51, ABANDONED",
    "3, 4, 1, PARTIAL",
    "4, 9, 5, ABANDONED",
    "2, 3, 1, ABANDONED",
    "98, 100, 1, PARTIAL",
    "2, 100, 1, OPEN",
  })
  void calls_it_partial_where_most_are_closed(long closed, long opened, long abandoned, Kind kind) {
    ledger.site(RESPONSE, CountsBuilder.opened(opened).closed(closed).abandoned(abandoned), LINE);

    assertThat(only().kind()).isEqualTo(kind);
    assertThat(only().unclosed()).isEqualTo(opened - closed);
    assertThat(only().severity()).isEqualTo(Severity.ERROR);
  }

  @Test
  void has_one_fingerprint_for_open_abandoned_and_partial() {
    Kind[] kinds = {Kind.OPEN, Kind.ABANDONED, Kind.PARTIAL};

    assertThat(kinds).extracting(Kind::family).containsOnly("unclosed");
  }

  @Test
  void takes_a_close_at_the_shutdown_for_none_of_the_place_itself() {
    ledger.site(CLIENT, CountsBuilder.opened(10).closedInShutdown(9).abandoned(1), LINE);

    assertThat(only().kind()).isEqualTo(Kind.ABANDONED);
  }

  @Test
  void needs_more_that_are_unclosed_where_the_library_allows_to_leave_them() {
    ResourceType may = LedgerBuilder.client(Contract.MAY);
    ledger.site(may, CountsBuilder.opened(100).closed(96).abandoned(4), LINE);
    ledger.site(may, CountsBuilder.opened(100).closed(95).abandoned(5), "app.Main.run:2");

    assertThat(only().kind()).isEqualTo(Kind.PARTIAL);
    assertThat(only().severity()).isEqualTo(Severity.WARNING);
    assertThat(only().unclosed()).isEqualTo(5);
  }

  @ParameterizedTest(name = "ended by {0}, open for {1} ms: {2}")
  @CsvSource({
    "SIGTERM, 250, INFO",
    "SIGTERM, 257, ERROR",
    "last thread done, 250, ERROR",
    "System.exit on thread \"main\", 250, INFO",
  })
  void takes_what_was_in_use_when_the_run_was_cut_off_for_no_fault(
      String end, long age, Severity severity) {
    CountsBuilder counts = CountsBuilder.opened(201, NINE, END - age).closed(200);
    ledger.site(RESPONSE, counts.lived(199, 200, 1).lived(1, 60_000, 1), LINE).end(end);
    ledger.live(END - age, 0, 0, 0);

    List<Finding> all = all();
    assertThat(all).hasSize(1);
    assertThat(all.get(0).severity()).isEqualTo(severity);
    assertThat(all.get(0).kind()).isEqualTo(Kind.PARTIAL);
  }

  @Test
  void takes_one_that_was_in_use_and_one_that_was_not_for_a_fault() {
    CountsBuilder counts = CountsBuilder.opened(102, NINE, END - 100).closed(100);
    ledger.site(RESPONSE, counts.lived(100, 200, 1), LINE);
    ledger.live(END - 100, 0, 0, 0).live(END - 60_000, 0, 0, 0);

    assertThat(only().unclosed()).isEqualTo(2);
  }

  @ParameterizedTest(name = "{0} closed, {1} with their client, on {2} threads: {3}")
  @CsvSource({"90, 10, 4, 1", "90, 10, 10, 0", "90, 4, 1, 0", "9, 11, 1, 0"})
  void tells_of_responses_left_to_their_client_if_they_are_more_than_the_threads(
      long closed, long left, int threads, int information) {
    CountsBuilder counts = CountsBuilder.opened(closed + left).closed(closed).threads(threads);
    ledger.site(RESPONSE, counts.closedWithOwner(left), LINE);

    assertThat(ledger.report().findings()).isEmpty();
    assertThat(ledger.report().information()).hasSize(information);
    for (Finding finding : ledger.report().information()) {
      assertThat(finding.kind()).isEqualTo(Kind.PARTIAL);
      assertThat(finding.subjects()).isEqualTo(left);
    }
  }

  @ParameterizedTest(name = "{0}: {1}, the last {2} ms before the end: {3}")
  @CsvSource({
    "MUST,    4, 1200001, WARNING",
    "MUST,    4, 1200000, ERROR",
    "MUST,   49, 1200001, WARNING",
    "MUST,   50, 1200001, ERROR",
    "SHOULD,  4, 1000,    WARNING",
    "SHOULD,  5, 1000,    ERROR",
    "SHOULD,  5, 1200001, WARNING",
    "MAY,     5, 1200001, INFO",
    "MAY,     5, 1200000, WARNING",
    "MAY,    50, 1200001, WARNING",
  })
  void weighs_what_grows_no_more_less(
      Contract contract, int unclosed, long before, Severity severity) {
    long last = END - before;
    ledger.site(LedgerBuilder.client(contract), CountsBuilder.opened(unclosed, last, last), LINE);

    assertThat(all()).extracting(Finding::severity).containsExactly(severity);
  }

  @Test
  void never_says_of_a_response_that_it_does_no_harm() {
    ledger.site(RESPONSE, CountsBuilder.opened(2), LINE);

    assertThat(only().severity()).isEqualTo(Severity.ERROR);
  }

  @Test
  void goes_by_the_thresholds_of_the_run() {
    ledger.fact("thresholds", "piled-up:7+partial:200+churn:10");
    ledger.site(RESPONSE, CountsBuilder.opened(106).closed(100).abandoned(6), LINE);

    assertThat(only().kind()).isEqualTo(Kind.ABANDONED);
    assertThat(only().piledUp()).isFalse();
  }

  private Finding only() {
    List<Finding> findings = ledger.report().findings();
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  private List<Finding> all() {
    List<Finding> all = new ArrayList<>(ledger.report().findings());
    all.addAll(ledger.report().information());
    return all;
  }
}
