package dev.ajar.report;

import static dev.ajar.report.LedgerBuilder.CLIENT;
import static dev.ajar.report.LedgerBuilder.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.ledger.Ledger;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scopes, traces and the last mark. */
class LabelsTest {

  private static final TextStyle UNICODE = new TextStyle(true, TextStyle.WIDTH);

  private final LedgerBuilder ledger =
      new LedgerBuilder()
          .site(CLIENT, CountsBuilder.opened(20), "app.Main.run:1", "app.Main.main:2")
          .live(9);

  @Test
  void are_in_the_entry_of_the_finding() {
    ledger
        .labels(
            List.of(
                new Ledger.Scope("tenant-9", 2, 1),
                new Ledger.Scope("tenant-7/import", 1_004, 4),
                new Ledger.Scope("closes all", 5, 5)),
            3,
            1,
            List.of(
                new Ledger.Trace("4bf92f3577b34da6a3ce929d0e0e4736", 5),
                new Ledger.Trace("00f067aa0ba902b7", 9)))
        .fact(Ledger.MARK, NINE - 5 + " after warm-up");

    assertThat(TextReport.of(ledger.report(), UNICODE, null))
        .contains(
            """
               scopes        tenant-7/import (1,000), tenant-9 (1), others (2)
               traces        first 4bf92f3577b34da6a3ce929d0e0e4736, last 00f067aa0ba902b7
               since mark    9 of those open were opened after "after warm-up", 08:59:59.995
            """);
  }

  @Test
  void add_up_over_the_ways_to_a_line() {
    ledger
        .labels(scopes("a", "b", "c"), 0, 0, List.of(new Ledger.Trace("late", 7)))
        .site(CLIENT, CountsBuilder.opened(20), "app.Main.run:1", "app.Main.other:3")
        .labels(scopes("c", "d", "e"), 1, 0, List.of(new Ledger.Trace("early", 6)));

    Finding finding = only();
    assertThat(finding.scopes())
        .containsExactly(
            new Scope("c", 2, 2), new Scope("a", 1, 1), new Scope("b", 1, 1), new Scope("d", 1, 1));
    assertThat(finding.moreScoped()).isEqualTo(2);
    assertThat(finding.traces()).isEqualTo(new Traces("early", "late"));
  }

  @Test
  void of_a_place_without_any_are_none() {
    Finding finding = only();

    assertThat(finding.scopes()).isEmpty();
    assertThat(finding.moreScoped()).isZero();
    assertThat(finding.traces()).isNull();
    assertThat(finding.sinceMark()).isNull();
    assertThat(TextReport.of(ledger.report(), UNICODE, null))
        .doesNotContain("scopes", "traces", "since mark");
  }

  @Test
  void cannot_harm_a_terminal() {
    String name = "\u001b[31m\u202e\n";
    ledger
        .labels(List.of(new Ledger.Scope(name, 1, 0)), 0, 0, List.of(new Ledger.Trace("\u001b", 1)))
        .fact(Ledger.MARK, NINE + " " + name);

    String text = TextReport.of(ledger.report(), UNICODE, null);
    assertThat(text.lines().filter(line -> line.contains("[31m")))
        .containsExactly(
            "   scopes        ?[31m?? (1)",
            "   since mark    9 of those open were opened after \"?[31m??\", 09:00:00.000");
    assertThat(text).contains("traces        first ?\n").doesNotContain("\u001b", "\u202e");
  }

  @Test
  void of_a_damaged_ledger_are_in_range() {
    ledger
        .labels(
            List.of(new Ledger.Scope("a", -5, 7), new Ledger.Scope("a", 3, Long.MIN_VALUE)),
            Long.MIN_VALUE,
            Long.MAX_VALUE,
            List.of(new Ledger.Trace("x", Long.MIN_VALUE)))
        .fact(Ledger.MARK, "yesterday");

    Finding finding = only();
    assertThat(finding.scopes()).containsExactly(new Scope("a", 3, 3));
    assertThat(finding.moreScoped()).isZero();
    assertThat(finding.sinceMark()).isNull();
  }

  @Test
  void the_last_mark_counts_what_was_opened_after_it() {
    ledger.fact(Ledger.MARK, NINE + " first").fact(Ledger.MARK, NINE + 5_000 + " after warm-up");

    assertThat(only().sinceMark())
        .isEqualTo(new SinceMark("after warm-up", new Moment(NINE + 5_000), 0));
  }

  private Finding only() {
    List<Finding> findings = ledger.report().findings();
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  private static List<Ledger.Scope> scopes(String... names) {
    return List.of(names).stream().map(name -> new Ledger.Scope(name, 1, 0)).toList();
  }
}
