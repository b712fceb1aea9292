package dev.ajar.report;

import static dev.ajar.report.LedgerBuilder.CLIENT;
import static dev.ajar.report.LedgerBuilder.END;
import static dev.ajar.report.LedgerBuilder.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.ledger.Contract;
import dev.ajar.ledger.ResourceType;
import dev.ajar.ledger.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChurnedTest {

  private static final String LINE = "app.Main.run:1";
  private static final long HALF = NINE + 20 * 60_000;

  private final LedgerBuilder ledger = new LedgerBuilder();

  @Test
  void finds_clients_that_were_made_for_each_call() {
    ledger.site(CLIENT, made(200).lived(150, 10, 1).lived(50, 20, 2).threads(4), LINE);

    assertThat(ledger.report().findings()).hasSize(1);
    Finding finding = ledger.report().findings().get(0);
    assertThat(finding.kind()).isEqualTo(Kind.CHURN);
    assertThat(finding.churn()).isEqualTo(new Churn(200, 16, 1, 200));
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.unclosed()).isZero();
    assertThat(finding.subjects()).isEqualTo(200);
    assertThat(finding.remedy())
        .isEqualTo(
            "Make one Apache HttpClient 5 client for the application's life and let all calls share"
                + " it; close it at shutdown only.");
  }

  @ParameterizedTest(name = "{0} of {1} ms and {2} requests: {3}")
  @CsvSource({
    "12, 100, 1, 1",
    "11, 100, 1, 0",
    "12, 63999, 3, 1",
    "12, 64000, 1, 0",
    "12, 100, 4, 0",
    "12, 100, 400, 0",
    "12, 999, 0, 1",
    "12, 1000, 0, 0",
  })
  void needs_many_short_lives_of_few_requests(int count, long life, int requests, int found) {
    ledger.site(CLIENT, made(count).lived(count, life, requests), LINE);

    assertThat(churns()).hasSize(found);
  }

  @ParameterizedTest
  @EnumSource(
      value = Contract.class,
      names = {"MUST", "SHOULD", "MAY"})
  void is_the_same_for_what_may_be_left_open(Contract contract) {
    ledger.site(LedgerBuilder.client(contract), made(20).lived(20, 100, 1), LINE);

    assertThat(churns()).hasSize(1);
  }

  @Test
  void is_silent_about_what_costs_nothing_and_what_cannot_be_shared() {
    ledger.site(LedgerBuilder.client(Contract.NEVER), made(20).lived(20, 100, 1), LINE);
    ledger.site(LedgerBuilder.RESPONSE, made(20).lived(20, 100, 1), LINE);
    ResourceType socket =
        new ResourceType(
            "OkHttp",
            "OkHttp WebSocket",
            "okhttp3.WebSocket",
            Role.CLIENT,
            Contract.MUST,
            "why",
            "remedy",
            List.of("okhttp3."));
    ledger.site(socket, made(20).lived(20, 100, 1), LINE);
    ledger.site(LedgerBuilder.POOL, made(20).lived(20, 100, 1), LINE);

    assertThat(churns()).isEmpty();
  }

  @ParameterizedTest(name = "{0} within {1} ms of 40 min: {2}")
  @CsvSource({"20, 239999, 0", "20, 240000, 1", "119, 1000, 0", "120, 1000, 1"})
  void is_silent_about_a_burst_unless_it_is_large(int count, long time, int found) {
    CountsBuilder counts = CountsBuilder.opened(count, NINE, NINE + time).closed(count);
    ledger.site(CLIENT, counts.lastClosed(NINE + time + 10).lived(count, 10, 1), LINE);

    assertThat(churns()).hasSize(found);
  }

  @Test
  void is_silent_about_workers_that_have_a_client_each_all_the_time() {
    CountsBuilder counts = CountsBuilder.opened(12, END - 50_000, END - 40_000).closed(12);
    ledger.fact("started", Long.toString(END - 60_000));
    ledger.site(CLIENT, counts.lastClosed(END).lived(12, 40_000, 2), LINE);

    assertThat(churns()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"20, 0", "119, 0", "120, 1"})
  void is_silent_about_one_for_each_of_some_hosts(int count, int found) {
    ledger.site(
        CLIENT,
        made(count).lived(count, 10, 1).hosts("a:1", "b:1", "c:1", "d:1").moreHosts(),
        LINE);

    assertThat(churns()).hasSize(found);
  }

  @Test
  void is_information_where_it_is_rare() {
    ledger.site(CLIENT, made(12).lived(12, 100, 1), LINE);

    assertThat(ledger.report().findings()).isEmpty();
    assertThat(ledger.report().information()).hasSize(1);
    assertThat(TextReport.of(ledger.report(), new TextStyle(true, TextStyle.WIDTH), null))
        .contains(
            "1  information   12 × Apache HttpClient 5 client, made and closed again, half of them"
                + " within 100 ms, but not often   ");
  }

  @Test
  void tells_of_the_outermost_where_one_makes_another() {
    ledger.site(CLIENT, made(20).lived(20, 10, 1), "org.apache.hc.A.a:1", LINE);
    ledger.site(
        LedgerBuilder.client(Contract.MAY),
        made(20).lived(20, 10, 1),
        "org.apache.hc.B.b:1",
        "org.apache.hc.A.a:1",
        LINE);

    assertThat(churns())
        .extracting(finding -> finding.type().contract())
        .containsExactly(Contract.MUST);
  }

  @Test
  void is_one_finding_and_what_the_place_forgot_another() {
    CountsBuilder counts = CountsBuilder.opened(2_000, NINE, END).closed(1_990).abandoned(10);
    ledger.site(CLIENT, counts.lastClosed(END).lived(2_000, 10, 1), LINE);

    assertThat(ledger.report().findings())
        .extracting(Finding::kind)
        .containsExactly(Kind.PARTIAL, Kind.CHURN);
    assertThat(ledger.report().findings()).extracting(Finding::fingerprint).doesNotHaveDuplicates();
  }

  @Test
  void goes_by_the_threshold_of_the_run() {
    ledger.fact("thresholds", "churn:21").site(CLIENT, made(20).lived(20, 10, 1), LINE);

    assertThat(churns()).isEmpty();
  }

  @Test
  void says_what_it_cost() {
    ledger.site(CLIENT, made(2_000).lived(2_000, 10, 1), LINE);

    assertThat(TextReport.of(ledger.report(), new TextStyle(true, TextStyle.WIDTH), null))
        .contains("1  CHURN   2,000 × Apache HttpClient 5 client   ")
        .contains(
            """
               lives         half of them were closed within 10 ms, with one request or none
               wasted        2,000 of them had to connect anew; one that is shared keeps its connections
            """);
  }

  private static CountsBuilder made(int count) {
    return CountsBuilder.opened(count, NINE, HALF).closed(count).lastClosed(HALF + 1_000);
  }

  private List<Finding> churns() {
    Report report = ledger.report();
    assertThat(report.findings().isEmpty() || report.information().isEmpty()).isTrue();
    return report.findings().isEmpty() ? report.information() : report.findings();
  }
}
