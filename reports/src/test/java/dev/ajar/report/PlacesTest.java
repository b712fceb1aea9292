package dev.ajar.report;

import static dev.ajar.report.LedgerBuilder.CLIENT;
import static dev.ajar.report.LedgerBuilder.NINE;
import static dev.ajar.report.LedgerBuilder.RESPONSE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlacesTest {

  private final LedgerBuilder ledger = new LedgerBuilder();

  @Test
  void makes_one_finding_of_all_ways_to_a_line() {
    ledger
        .site(CLIENT, CountsBuilder.opened(2, NINE + 5, NINE + 9), "app.A.make:1", "app.B.few:1")
        .site(CLIENT, CountsBuilder.opened(3, NINE + 3, NINE + 7), "app.A.make:1", "app.B.many:2")
        .site(
            CLIENT, CountsBuilder.opened(1, NINE + 4, NINE + 4), "java.util.X.y:1", "app.A.make:1");

    Finding finding = only();

    assertThat(ledger.report().findings()).hasSize(1);
    assertThat(finding.unclosed()).isEqualTo(6);
    assertThat(finding.firstOpened()).isEqualTo(new Moment(NINE + 3));
    assertThat(finding.lastOpened()).isEqualTo(new Moment(NINE + 9));
    assertThat(finding.callers()).extracting(Finding.Caller::openings).containsExactly(3L, 2L);
    assertThat(finding.stack()).containsExactly("app.A.make(A.java:1)", "app.B.many(B.java:2)");
  }

  @Test
  void tells_lines_of_one_method_apart() {
    ledger
        .site(CLIENT, CountsBuilder.opened(2), "app.A.make:1")
        .site(CLIENT, CountsBuilder.opened(2), "app.A.make:2");

    assertThat(ledger.report().findings()).hasSize(2);
  }

  @Test
  void tells_types_opened_in_one_line_apart() {
    ledger
        .site(CLIENT, CountsBuilder.opened(2), "app.A.make:1")
        .site(RESPONSE, CountsBuilder.opened(2), "app.A.make:1");

    assertThat(ledger.report().findings()).hasSize(2);
  }

  @Test
  void adds_the_ways_to_one_line_before_it_calls_them_piled_up() {
    for (int way = 1; way <= 5; way++) {
      ledger.site(CLIENT, CountsBuilder.opened(1), "app.A.make:1", "app.B.call:" + way);
    }

    assertThat(only().piledUp()).isTrue();
    assertThat(only().applicationScoped()).isFalse();
  }

  @Test
  void adds_requests_of_the_living_to_those_of_the_dead() {
    ledger
        .site(
            CLIENT,
            CountsBuilder.opened(4).closed(2).uses(10, NINE + 20, NINE + 30).hosts("a:1", "b:2"),
            "app.A.make:1")
        .live(NINE, 3, NINE + 10, NINE + 40)
        .live(NINE, 0, 0, 0);

    assertThat(only().requests())
        .isEqualTo(
            new Finding.Requests(
                13, new Moment(NINE + 10), new Moment(NINE + 40), List.of("a:1", "b:2"), false));
  }

  @Test
  void knows_the_threads_of_one_way_exactly_and_of_two_up_to_a_bound() {
    ledger.site(CLIENT, CountsBuilder.opened(9).threads(8, "a").onVirtual(9), "app.A.make:1");
    assertThat(only().threads().bound()).isEqualTo(Finding.Bound.EXACT);
    assertThat(only().threads().openingsOnVirtual()).isEqualTo(9);

    ledger.site(CLIENT, CountsBuilder.opened(9).threads(3, "b"), "app.A.make:1", "app.B.call:1");
    assertThat(only().threads().bound()).isEqualTo(Finding.Bound.AT_MOST);
    assertThat(only().threads().count()).isEqualTo(11);
    assertThat(only().threads().names()).containsExactly("a", "b");

    ledger.fact("thread.limit", "8");
    assertThat(only().threads().bound()).isEqualTo(Finding.Bound.AT_LEAST);
    assertThat(only().threads().count()).isEqualTo(8);
  }

  @Test
  void says_when_there_are_more_names_than_it_lists() {
    ledger
        .site(CLIENT, CountsBuilder.opened(9).threads(3, "a", "b", "c"), "app.A.make:1")
        .site(CLIENT, CountsBuilder.opened(9).threads(2, "c", "d"), "app.A.make:1", "app.B.b:1");
    assertThat(only().threads().more()).isFalse();

    ledger.site(CLIENT, CountsBuilder.opened(9).threads(1, "e"), "app.A.make:1", "app.B.b:2");
    assertThat(only().threads().names()).containsExactly("a", "b", "c", "d");
    assertThat(only().threads().more()).isTrue();
  }

  @Test
  void tells_a_rate_where_it_says_something() {
    assertThat(rate(5, 1_000)).isEqualTo(4.0);
    assertThat(rate(500, 38_757)).isEqualTo(12.9);
    assertThat(rate(5, 4_000)).isNull(); // one a second
    assertThat(rate(4, 10)).isNull();
    assertThat(rate(500, 0)).isNull();
  }

  @Test
  void names_where_else_the_type_is_closed() {
    ledger
        .closing(CLIENT, "java.lang.X.y:1", "app.First.stop:1")
        .closing(RESPONSE, "app.Other.stop:2")
        .closing(CLIENT, "app.Own.stop:3")
        .closing(CLIENT, "app.Second.stop:4")
        .closing(CLIENT, "app.Second.stop:4", "app.Main.main:1")
        .closing(CLIENT, "app.Third.stop:5")
        .site(CLIENT, CountsBuilder.opened(3).closed(1).closers(2), "app.A.make:1");

    assertThat(only().closers())
        .containsExactly(
            new Finding.Closer("app.Own.stop(Own.java:3)", true),
            new Finding.Closer("app.First.stop(First.java:1)", false),
            new Finding.Closer("app.Second.stop(Second.java:4)", false));
  }

  @Test
  void takes_impossible_counts_of_a_damaged_ledger_for_none() {
    ledger.site(CLIENT, CountsBuilder.opened(3).closed(Long.MIN_VALUE / 4), "app.A.make:1");
    ledger.site(CLIENT, CountsBuilder.opened(-3).threads(-1), "app.A.make:1");
    ledger.site(CLIENT, CountsBuilder.opened(2).closed(7), "app.A.make:2");

    Tally clients = ledger.report().summary().clients();

    assertThat(clients.opened()).isEqualTo(5);
    assertThat(clients.closed()).isEqualTo(7);
    assertThat(clients.open()).isPositive();
  }

  private @Nullable Double rate(long opened, long millis) {
    return new LedgerBuilder()
        .site(CLIENT, CountsBuilder.opened(opened, NINE, NINE + millis), "app.A.make:1")
        .report()
        .findings()
        .get(0)
        .perSecond();
  }

  private Finding only() {
    return ledger.report().findings().get(0);
  }
}
