package dev.ajar.report;

import static dev.ajar.report.LedgerBuilder.CLIENT;
import static dev.ajar.report.LedgerBuilder.POOL;
import static dev.ajar.report.LedgerBuilder.RESPONSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.ledger.Contract;
import dev.ajar.ledger.Incident;
import dev.ajar.ledger.ResourceType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The kinds {@code close-failed} and {@code used-after-close}. */
class ClosesTest {

  private final LedgerBuilder ledger = new LedgerBuilder();

  @Test
  void tells_uses_after_the_close_with_where_and_on_which_threads() {
    Finding finding = finding(Samples.closes(), Kind.USED_AFTER_CLOSE, "make", 7);

    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.subjects()).isEqualTo(2);
    assertThat(finding.lateUse())
        .isEqualTo(
            new LateUse(
                2,
                1_003,
                List.of(
                    new Spot("com.acme.Worker.run(Worker.java:30)", List.of("worker-%d", "main"))),
                List.of(new Spot("com.acme.Main.stop(Main.java:20)", List.of("main"))),
                false));
    assertThat(finding.remedy()).startsWith("Let who made it close it, once");
  }

  @Test
  void tells_closes_that_threw_with_the_exception() {
    Finding finding = finding(Samples.closes(), Kind.CLOSE_FAILED, "make", 7);

    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.subjects()).isEqualTo(2);
    assertThat(finding.unclosed()).isEqualTo(1);
    assertThat(finding.failedClose().threw()).isEqualTo(2);
    assertThat(finding.failedClose().exceptions()).containsExactly("java.io.IOException");
    assertThat(finding.failedClose().closedAt())
        .containsExactly(new Spot("com.acme.Main.stop(Main.java:20)", List.of("main")));
    assertThat(finding.remedy()).startsWith("Look at the exception");
  }

  @Test
  void tells_of_closes_in_vain_instead_of_what_they_left_open() {
    Report report = Samples.closes().report();
    Finding finding = finding(Samples.closes(), Kind.CLOSE_FAILED, "make", 8);

    assertThat(report.findings())
        .filteredOn(other -> other.kind().family().equals("unclosed"))
        .extracting(Finding::kind)
        .containsExactly(Kind.PARTIAL);
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.failedClose().inVain()).isEqualTo(2);
    assertThat(finding.failedClose().closesInVain()).isEqualTo(15);
    assertThat(finding.failedClose().closedInVain()).containsExactly("Apache HttpClient 5 client");
    assertThat(finding.remedy()).startsWith("Close it where it was made, after the last");
  }

  @Test
  void tells_closes_that_have_not_ended_and_since_when() {
    Finding finding = finding(Samples.closes(), Kind.CLOSE_FAILED, "make", 9);

    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.failedClose().unfinished()).isEqualTo(1);
    assertThat(finding.failedClose().unfinishedSince())
        .isEqualTo(new Moment(LedgerBuilder.END - 47_500));
    assertThat(finding.failedClose().more()).isTrue();
    assertThat(finding.failedClose().closedAt()).hasSize(1);
  }

  @Test
  void writes_the_entries() {
    String text =
        TextReport.of(Samples.closes().report(), TextStyle.of(StandardCharsets.UTF_8), null);

    assertThat(text.replaceAll("\\s+", " "))
        .contains(
            "CLOSE FAILED 2 \u00d7 Apache HttpClient 5 client",
            "failed the close of 2 threw java.io.IOException"
                + " closed at com.acme.Main.stop(Main.java:20) on \"main\"",
            "USED AFTER CLOSE 2 \u00d7 Apache HttpClient 5 client",
            "after close used 1,003 times; requests fail from then on"
                + " used at com.acme.Worker.run(Worker.java:30) on \"worker-%d\", \"main\""
                + " closed at com.acme.Main.stop(Main.java:20) on \"main\"",
            "failed close() was called 15 times on what uses them (Apache HttpClient 5 client),"
                + " which leaves open what it was given to share; they are open still"
                + " closed at com.acme.Main.stop(Main.java:21) on \"main\"",
            "failed the close of 1 began 47 s ago and has not ended",
            "and at further places");
  }

  @Test
  void finds_nothing_in_a_close_that_a_later_one_made_good() {
    ledger.site(CLIENT, CountsBuilder.opened(2).closedAfterThrow(1).closed(1), "app.A.make:7");

    assertThat(ledger.report().findings()).isEmpty();
  }

  @Test
  void finds_nothing_in_a_shared_part_that_was_closed_in_the_end() {
    ledger.site(POOL, CountsBuilder.opened(1).closedInVain(3).closed(1), "app.A.make:7");

    assertThat(ledger.report().findings()).isEmpty();
  }

  @Test
  void leaves_a_part_that_was_closed_in_vain_to_an_owner_that_closes_it() {
    ledger.site(CLIENT, CountsBuilder.opened(2), "app.A.make:7").live(2);
    int owner = ledger.lastSlot();
    ledger.site(POOL, CountsBuilder.opened(1).closedInVain(1), "app.B.make:8").ownedBy(owner);

    assertThat(ledger.report().findings()).extracting(Finding::kind).containsExactly(Kind.OPEN);
  }

  @Test
  void finds_nothing_in_a_response_whose_close_threw() {
    ledger.site(RESPONSE, CountsBuilder.opened(1).closeThrew(1), "app.A.call:7");

    assertThat(ledger.report().findings()).isEmpty();
  }

  @Test
  void finds_nothing_in_what_nobody_has_to_close() {
    ResourceType never = LedgerBuilder.client(Contract.NEVER);
    ledger.site(never, CountsBuilder.opened(2).closeThrew(1).usedAfterClose(1, 1), "app.A.make:7");

    assertThat(ledger.report().findings()).isEmpty();
  }

  @Test
  void has_a_fingerprint_for_each_family() {
    assertThat(Samples.closes().report().findings())
        .extracting(Finding::fingerprint)
        .doesNotHaveDuplicates();
  }

  @Test
  void reads_a_ledger_whose_incidents_name_nothing_that_is_there() {
    ledger
        .site(CLIENT, CountsBuilder.opened(1).usedAfterClose(1, 1), "app.A.make:7")
        .incident(Incident.Kind.LATE_USE, 0, 99, -1, null)
        .incident(Incident.Kind.CLOSE_THREW, 77, -7, 99, null);

    LateUse lateUse = ledger.report().findings().get(0).lateUse();
    assertThat(lateUse.usedAt()).isEmpty();
    assertThat(lateUse.closedAt()).isEmpty();
  }

  private static Finding finding(LedgerBuilder ledger, Kind kind, String method, int line) {
    return ledger.report().findings().stream()
        .filter(finding -> finding.kind() == kind)
        .filter(finding -> finding.blame().at().contains("." + method + "("))
        .filter(finding -> finding.blame().line() == line)
        .findFirst()
        .orElseThrow();
  }
}
