package dev.ajar.report;

import static dev.ajar.report.LedgerBuilder.CLIENT;
import static dev.ajar.report.LedgerBuilder.NINE;
import static dev.ajar.report.LedgerBuilder.POOL;
import static dev.ajar.report.LedgerBuilder.RESPONSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.ledger.Contract;
import dev.ajar.ledger.Held;
import dev.ajar.ledger.ResourceType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HoldersTest {

  private static final TextStyle ASCII = new TextStyle(false, TextStyle.WIDTH);

  @Test
  void nothing_is_known_where_nothing_was_measured() {
    Report report =
        Report.of(
            new LedgerBuilder().site(CLIENT, CountsBuilder.opened(2), "a.B.c:1").live(2).build(),
            Nature.RECOVERED,
            LedgerBuilder.END);

    assertThat(report.holds()).isNull();
    assertThat(report.findings().get(0).holds()).isNull();
    assertThat(TextReport.of(report, ASCII, null)).contains("they were not measured\n");
  }

  @Test
  void threads_of_the_only_place_are_its_own() {
    Report report = two(0).held(threads(CLIENT)).report();

    assertThat(holds(report, 0).threads())
        .containsExactly(new Holds.Threads("x-*", true, 12, Finding.Bound.EXACT, 1));
    assertThat(TextReport.of(report, ASCII, null)).contains("still holds   12 threads \"x-*\"\n");
  }

  @Test
  void threads_of_several_places_are_shared() {
    Report report = two(3).held(threads(CLIENT)).report();

    assertThat(holds(report, 0).threads())
        .containsExactly(new Holds.Threads("x-*", true, 12, Finding.Bound.AT_MOST, 2));
    assertThat(TextReport.of(report, ASCII, null))
        .contains("up to 12 threads \"x-*\", shared by 2 places");
  }

  @Test
  void threads_may_be_left_over_from_what_was_closed() {
    Report report =
        two(0)
            .site(CLIENT, CountsBuilder.opened(1).closed(1), "a.B.closes:9")
            .held(threads(CLIENT))
            .report();

    assertThat(holds(report, 0).threads().get(0).bound()).isEqualTo(Finding.Bound.AT_MOST);
  }

  @Test
  void threads_of_parts_are_their_owners() {
    LedgerBuilder ledger = two(0);
    int owner = ledger.lastSlot();
    ledger.site(POOL, CountsBuilder.opened(1), "a.B.c:1").ownedBy(owner);

    Report report = ledger.held(threads(POOL)).report();

    assertThat(holds(report, 0).threads().get(0).bound()).isEqualTo(Finding.Bound.EXACT);
  }

  @Test
  void threads_of_another_type_are_nobodys() {
    Report report = two(0).held(threads(RESPONSE)).report();

    assertThat(holds(report, 0).threads()).isEmpty();
    assertThat(process(report).clientThreads()).isEqualTo(12);
  }

  @Test
  void pools_are_of_the_client_that_they_lie_in() {
    LedgerBuilder ledger = two(0);
    int owner = ledger.lastSlot();
    ledger.site(POOL, CountsBuilder.opened(1), "a.B.c:1").ownedBy(owner);
    Report report = ledger.held(pools(2, 1, 1_000, 0)).report();

    assertThat(holds(report, 0).pools()).isEqualTo(new Holds.Pools(1, 1, 1_000, 3, 0, 0));
    assertThat(TextReport.of(report, ASCII, null))
        .contains("1 x Apache HttpClient 5 connection pool; 1,003 connections (1,000 leased)");
  }

  @Test
  void a_pool_that_gave_no_answer_is_unknown() {
    Report report =
        new LedgerBuilder()
            .site(POOL, CountsBuilder.opened(2), "a.B.c:1")
            .live(2)
            .held(pools(0, 0, 0, 0))
            .report();

    assertThat(TextReport.of(report, ASCII, null))
        .contains("still holds   connections unknown (no answer within 1 s)\n");
  }

  @Test
  void a_pool_without_a_connection_left_makes_an_error_of_a_kept_client() {
    Report report =
        new LedgerBuilder()
            .site(
                LedgerBuilder.client(Contract.SHOULD),
                CountsBuilder.opened(1, NINE + 500, NINE + 500),
                "a.B.c:1")
            .live(1)
            .held(pools(0, 1, 5, 7))
            .report();

    assertThat(report.information()).isEmpty();
    assertThat(report.findings().get(0).severity()).isEqualTo(Severity.ERROR);
    assertThat(TextReport.of(report, ASCII, null))
        .contains("exhausted     1 pool has no connection left; 7 requests wait for one\n");
  }

  @Test
  void responses_that_keep_a_pool_exhausted_are_to_blame() {
    LedgerBuilder ledger =
        new LedgerBuilder()
            .site(
                LedgerBuilder.client(Contract.SHOULD),
                CountsBuilder.opened(1, NINE + 500, NINE + 500),
                "a.B.c:1")
            .live(1);
    int owner = ledger.lastSlot();
    ledger.site(RESPONSE, CountsBuilder.opened(1), "a.B.get:7").ownedBy(owner);

    Report report = ledger.held(pools(0, 1, 5, 7)).report();

    assertThat(report.findings()).hasSize(1);
    assertThat(report.findings().get(0).type().name()).isEqualTo("OkHttp response");
    assertThat(holds(report, 0).pools()).isEqualTo(new Holds.Pools(1, 1, 5, 3, 7, 1));
    assertThat(report.information()).hasSize(1);
  }

  @Test
  void sockets_are_of_the_places_that_asked_their_address() {
    Held held =
        held(
            Map.of(Held.SOCKETS, 9L, Held.ESTABLISHED, 6L, Held.CLOSE_WAIT, 2L),
            List.of(),
            List.of(
                new Held.Sockets("192.0.2.7:443", 5, 2), new Held.Sockets("192.0.2.8:5432", 1, 0)),
            List.of());
    Report report =
        new LedgerBuilder()
            .site(CLIENT, CountsBuilder.opened(2).hosts("api.example:443"), "a.B.c:1")
            .live(1)
            .held(held)
            .report();

    assertThat(holds(report, 0).sockets())
        .containsExactly(new Holds.Sockets("192.0.2.7:443", "api.example:443", 5, 2, 1));
    assertThat(TextReport.of(report, ASCII, null))
        .contains("7 to 192.0.2.7:443 (api.example:443), 2 of them in CLOSE_WAIT")
        .contains("holds     9 file descriptors: 9 sockets, 0 files, 0 others; TCP: 6 established");
  }

  @Test
  void sockets_that_several_places_may_have_are_told_in_total() {
    Held held =
        held(Map.of(), List.of(), List.of(new Held.Sockets("192.0.2.7:443", 5, 0)), List.of());
    Report report =
        new LedgerBuilder()
            .site(CLIENT, CountsBuilder.opened(2).hosts("192.0.2.7:443"), "a.B.c:1")
            .live(1)
            .site(CLIENT, CountsBuilder.opened(2).hosts("192.0.2.7:443"), "a.B.d:2")
            .live(1)
            .held(held)
            .report();

    assertThat(TextReport.of(report, ASCII, null))
        .contains("sockets       5 to 192.0.2.7:443, in total for the 2 places that call it\n");
  }

  @Test
  void sockets_that_may_be_to_one_host_or_another_are_nobodys() {
    Held held =
        held(Map.of(), List.of(), List.of(new Held.Sockets("192.0.2.7:443", 5, 2)), List.of());
    Report report =
        new LedgerBuilder()
            .site(CLIENT, CountsBuilder.opened(2).hosts("api.example:443"), "a.B.c:1")
            .live(1)
            .site(CLIENT, CountsBuilder.opened(2).hosts("other.example:443"), "a.B.d:2")
            .live(1)
            .held(held)
            .report();

    assertThat(holds(report, 0).sockets()).isEmpty();
    assertThat(process(report).peers()).hasSize(1);
    assertThat(TextReport.of(report, ASCII, null)).contains("file descriptors and sockets unknown");
  }

  @Test
  void a_process_that_could_not_end_says_by_whom() {
    Held.Threads threads = new Held.Threads("x-*", false, 1, List.of(CLIENT));
    Report report =
        new LedgerBuilder()
            .fact("hang.since", Long.toString(NINE + 60_000))
            .site(CLIENT, CountsBuilder.opened(1, NINE + 500, NINE + 500), "a.B.c:1")
            .live(1)
            .held(held(Map.of(), List.of(threads), List.of(), List.of()))
            .report();

    assertThat(report.findings().get(0).severity()).isEqualTo(Severity.ERROR);
    assertThat(HangLine.of(report, ASCII))
        .isEqualTo(
            "main has ended, and only threads of HTTP clients keep this JVM from ending:"
                + " 1 x Apache HttpClient 5 client opened at a.B.c(B.java:1): 1 thread \"x-*\"");
    assertThat(TextReport.of(report, ASCII, null)).contains("hang      main had ended by 09:01:00");
    assertThat(HangLine.of(two(0).report(), ASCII)).isNull();
  }

  /** Three clients opened at one place, and some at another. */
  private static LedgerBuilder two(int others) {
    LedgerBuilder ledger =
        new LedgerBuilder()
            .site(CLIENT, CountsBuilder.opened(others), "a.B.d:2")
            .live(others)
            .site(CLIENT, CountsBuilder.opened(3), "a.B.c:1");
    return ledger.live(3);
  }

  private static Held threads(ResourceType type) {
    Held.Threads threads = new Held.Threads("x-*", true, 12, List.of(type));
    return held(Map.of(), List.of(threads), List.of(), List.of());
  }

  private static Held pools(int site, long answered, long leased, long pending) {
    Held.Pools pools = new Held.Pools(site, 1, answered, leased, 3, pending, pending > 0 ? 1 : 0);
    return held(Map.of(), List.of(), List.of(), List.of(pools));
  }

  private static Held held(
      Map<String, Long> totals,
      List<Held.Threads> threads,
      List<Held.Sockets> sockets,
      List<Held.Pools> pools) {
    return new Held(LedgerBuilder.END, totals, threads, sockets, pools);
  }

  private static Holds holds(Report report, int finding) {
    Holds holds = report.findings().get(finding).holds();
    if (holds == null) {
      throw new AssertionError("nothing is known");
    }
    return holds;
  }

  private static ProcessHolds process(Report report) {
    ProcessHolds holds = report.holds();
    if (holds == null) {
      throw new AssertionError("nothing is known");
    }
    return holds;
  }
}
