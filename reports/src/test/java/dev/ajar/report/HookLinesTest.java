package dev.ajar.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HookLinesTest {

  private static final TextStyle ASCII = TextStyle.of(StandardCharsets.US_ASCII);

  @Test
  void the_header_counts_hooks_that_ended() {
    Report report = ledger("3").fact("hooks.millis", "120").report();

    assertThat(text(report))
        .contains("ended by SIGTERM, after 3 shutdown hooks (120 ms), 2026")
        .doesNotContain("\nhooks ");
  }

  @Test
  void a_snapshot_names_hooks_that_hang() {
    LedgerBuilder ledger =
        ledger("12")
            .noEnd()
            .fact("hooks.waited", "20004")
            .fact("hooks.hanging", "4")
            .fact("hook.0", "a\u001b[1m\njava.lang.Thread.sleep(Native Method)\napp.C.c(C.java:3)")
            .fact("hook.1", "no frames")
            .fact("hook.2", "own\napp.D.d(D.java:4)\napp.E.e(E.java:5)");
    Report report = Report.of(ledger.build(), Nature.SNAPSHOT, LedgerBuilder.END);

    assertThat(text(report))
        .contains(
            "snapshot of an ending process, 2026", "\nhooks     4 of 12 shutdown hooks had not")
        .contains("[1m\" in java.lang.Thread.sleep(Native Method), called by app.C.c(C.java:3)\n")
        .contains("          \"no frames\"\n          \"own\" in app.D.d(D.java:4)\n")
        .contains("          and 1 more\n")
        .doesNotContain("\u001b");
  }

  @Test
  void the_last_report_says_that_one_came_before_it() {
    Report report =
        ledger("1")
            .fact("hooks.waited", "20004")
            .fact("hooks.hanging", "1")
            .fact("hook.0", "slow one")
            .fact("hooks.millis", "25000")
            .report();

    assertThat(text(report))
        .contains("ended by SIGTERM, after 1 shutdown hook (25 s), 2026")
        .contains(
            "\nhooks     1 of 1 shutdown hook had not ended after 20 s; a snapshot did not wait")
        .doesNotContain("slow one");
  }

  @Test
  void what_is_no_number_is_unknown() {
    assertThat(ledger("x").report().header().hooks()).isNull();
    assertThat(ledger("1").fact("hooks.millis", "-7").report().header().hooks())
        .extracting(ShutdownHooks::millis)
        .isEqualTo(0L);
  }

  private static LedgerBuilder ledger(String hooks) {
    return Samples.leaky().fact("hooks", hooks);
  }

  private static String text(Report report) {
    return TextReport.of(report, ASCII, null);
  }
}
