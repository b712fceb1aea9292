package dev.ajar.report;

import static dev.ajar.report.LedgerBuilder.NINE;
import static dev.ajar.report.LedgerBuilder.POOL;
import static dev.ajar.report.LedgerBuilder.client;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.ledger.Contract;
import dev.ajar.ledger.Ledger;
import dev.ajar.ledger.ResourceType;
import dev.ajar.ledger.SiteKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of clients that were open before Ajar came. */
class AdoptedTest {

  private static final long CAME = NINE + 720_000;

  @ParameterizedTest
  @CsvSource({
    "MUST,   ADOPTION,          4, info",
    "MUST,   ADOPTION,          5, warning",
    "MUST,   ADOPTION,        500, warning",
    "SHOULD, ADOPTION,          1, info",
    "SHOULD, ADOPTION,          5, warning",
    "MAY,    ADOPTION,          4, nothing",
    "MAY,    ADOPTION,          5, info",
    "MAY,    ADOPTION,        500, warning",
    "NEVER,  ADOPTION,        500, nothing",
    "MUST,   DOUBTFUL_ADOPTION, 4, nothing",
    "MUST,   DOUBTFUL_ADOPTION, 500, info",
  })
  void is_a_warning_at_most(Contract contract, SiteKind kind, int count, String severity) {
    Report report =
        attached()
            .site(client(contract), kind, CountsBuilder.opened(count), "com.acme.Api.ask:7")
            .live(count)
            .report();

    assertThat(report.all())
        .extracting(finding -> finding.severity().word())
        .isEqualTo(severity.equals("nothing") ? List.of() : List.of(severity));
    assertThat(report.all()).allMatch(Finding::adopted);
    assertThat(report.summary().clients().open()).isEqualTo(count);
  }

  @Test
  void says_nothing_of_what_was_closed_since_however_short_it_was_seen() {
    CountsBuilder closed =
        CountsBuilder.opened(500, CAME, CAME + 400_000).closed(499).closing(1).closeThrew(1);

    assertThat(found(client(Contract.MUST), closed)).isEmpty();
  }

  @Test
  void says_nothing_of_parts() {
    assertThat(found(POOL, CountsBuilder.opened(500))).isEmpty();
  }

  @Test
  void is_apart_from_what_the_same_line_opened() {
    String line = "com.acme.Api.ask:7";
    Report report =
        attached()
            .site(client(Contract.SHOULD), CountsBuilder.opened(7), line)
            .live(7)
            .site(client(Contract.SHOULD), SiteKind.ADOPTION, CountsBuilder.opened(6), line)
            .live(6)
            .report();

    assertThat(report.findings()).extracting(Finding::adopted).containsExactly(false, true);
    assertThat(report.findings()).extracting(Finding::unclosed).containsExactly(7L, 6L);
    assertThat(report.findings()).extracting(Finding::fingerprint).doesNotHaveDuplicates();
  }

  @Test
  void reckons_the_process_s_life_from_when_ajar_came() {
    long opened = CAME + 60_000;
    LedgerBuilder ledger =
        attached()
            .site(
                client(Contract.SHOULD), CountsBuilder.opened(1, opened, opened), "com.acme.A.b:1")
            .live(1);

    assertThat(ledger.report().all()).extracting(Finding::applicationScoped).containsExactly(true);
  }

  @Test
  void is_told_in_its_own_words() {
    Report report =
        attached()
            .site(
                client(Contract.SHOULD),
                SiteKind.ADOPTION,
                CountsBuilder.opened(5, CAME + 1_000, CAME + 2_000),
                "com.acme.Api.ask:7",
                "com.acme.Main.main:3")
            .live(5)
            .site(client(Contract.SHOULD), SiteKind.ADOPTION, CountsBuilder.opened(1), "app.B.c:1")
            .live(1)
            .report();

    String text = TextReport.of(report, TextStyle.of(StandardCharsets.UTF_8), null);
    assertThat(text.lines())
        .contains(
            "Ajar came at 09:12:00.000, 00:12:00 after the start; what was opened before and not"
                + " used since is unknown",
            "   first seen at com.acme.Api.ask(Api.java:7)",
            "   called by     com.acme.Main.main(Main.java:3)   5 times",
            "   first seen at app.B.c(B.java:1)");
    assertThat(text)
        .contains("1  OPEN, piled up, from before Ajar came   5 × ")
        .contains("2  information   1 × ", "opened before Ajar came, and not closed since")
        .doesNotContain("opened at");
  }

  private static List<Finding> found(ResourceType type, CountsBuilder counts) {
    return attached().site(type, SiteKind.ADOPTION, counts, "com.acme.Api.ask:7").report().all();
  }

  private static LedgerBuilder attached() {
    return new LedgerBuilder().fact(Ledger.ATTACHED, Long.toString(CAME));
  }
}
