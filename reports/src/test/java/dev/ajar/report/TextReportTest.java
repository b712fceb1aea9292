package dev.ajar.report;

import static dev.ajar.report.LedgerBuilder.CLIENT;
import static dev.ajar.report.LedgerBuilder.NINE;
import static dev.ajar.report.LedgerBuilder.RESPONSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.ledger.Contract;
import dev.ajar.ledger.Loss;
import org.junit.jupiter.api.Test;

class TextReportTest {

  private static final TextStyle UNICODE = new TextStyle(true, TextStyle.WIDTH);
  private static final TextStyle ASCII = new TextStyle(false, TextStyle.WIDTH);

  @Test
  void tells_all_of_a_run_that_leaked() {
    assertThat(TextReport.of(Samples.leaky().report(), UNICODE, "ajar-orders-svc-4711.json"))
        .isEqualTo(
            """
            Ajar 1.0.0  pid 4711  orders-svc build 2026.11.21-3  up 00:40:00  ended by SIGTERM, 2026-11-21 09:40:00.000 UTC
            opened 512 · closed 9 · closed during shutdown 2 · abandoned 0 · OPEN 501 · from 2 places
            responses: opened 9 · closed 5 · closed during shutdown 0 · close begun 1 · abandoned 3 · OPEN 0

            1  OPEN, piled up   500 × Apache HttpClient 5 client                                      error   b16911bac475
               opened at     com.acme.llm.LlmApi.newHandle(LlmApi.java:171)
               called by     com.acme.llm.TaskRunner.lambda$run$0(TaskRunner.java:58)   500 times
               when          first 09:14:03.120, last 09:14:41.877 (12.9 a second), on 32 threads "llm-%d"; no close()
                             seen for 500 of 500
               requests      3, first 09:14:03.200, last 09:14:41.900; to api.openai.example:443
               still holds   1 × Apache HttpClient 5 connection pool
               closed at     com.acme.auth.TokenClient.close(TokenClient.java:44)   closes others of this type
               why           Its connection pool keeps sockets open until it is closed.
               remedy        Build one client for the application's life and close it at shutdown, or use
                             try-with-resources.
               suppress      site:b16911bac475 reason="..." until=2027-02-19

            2  PARTLY CLOSED   3 × OkHttp response                                                    error   88abb2a83e0c
               opened at     okhttp3.RealCall.execute(RealCall.java:7)   no frame of the application in the stack
               when          09:00:01.000, on 2 threads "a", "b"; closed 5 of 9, no close() seen for 3, collected while
                             open; a close has begun for 1
               why           A response that is not closed keeps its connection.
               remedy        Some way out of this code goes past the close, such as an exception or an early return. Use
                             try-with-resources for the response.
               suppress      site:88abb2a83e0c reason="..." until=2027-02-19

            3  information   1 × Apache HttpClient 5 client, open since 09:00:00.500, for most of the process's life   d17679d34c91
               opened at     com.acme.Main.main(Main.java:12)
               remedy        It is kept and shared, as it should be: only its close at the application's shutdown is
                             missing.

            watched   Apache HttpClient 5 (httpclient5-5.6.1.jar) · OkHttp (okhttp-jvm-5.5.1.jar) · java.net.http 17.0.15
                      (nothing opened)
            missing   x.Client (okhttp-jvm-5.5.1.jar) has no shutdown, stop
            problems  com.acme.Odd could not be woven: no frames
            report    ajar-orders-svc-4711.json
            next      java -jar ajar-reports.jar show ajar-orders-svc-4711.json
            """);
  }

  @Test
  void does_without_unicode_where_it_cannot_be_shown() {
    String unicode = TextReport.of(Samples.leaky().report(), UNICODE, null);
    String ascii = TextReport.of(Samples.leaky().report(), ASCII, null);

    assertThat(ascii).isEqualTo(unicode.replace('\u00b7', '|').replace('\u00d7', 'x'));
    assertThat(ascii).matches("[\\x20-\\x7E\\n]*");
  }

  @Test
  void says_in_one_line_that_all_was_closed() {
    LedgerBuilder ledger =
        new LedgerBuilder()
            .site(CLIENT, CountsBuilder.opened(12).closed(11).closedInShutdown(1), "app.Main.run:3")
            .met("java.net.http", "java.net.http", "17.0.15", "")
            .met("Apache HttpClient 5", "httpclient5-5.6.1.jar", "5.6.1", "");

    assertThat(TextReport.of(ledger.report(), UNICODE, "report.json"))
        .isEqualTo(
            """
            Ajar 1.0.0: 12 clients opened, all closed; watched java.net.http 17.0.15, \
            Apache HttpClient 5 (httpclient5-5.6.1.jar)
            """);
  }

  @Test
  void says_in_one_line_what_may_be_left_open() {
    LedgerBuilder ledger =
        new LedgerBuilder()
            .site(
                LedgerBuilder.client(Contract.MAY),
                CountsBuilder.opened(3).closed(1).abandoned(1),
                "app.Main.run:3")
            .site(RESPONSE, CountsBuilder.opened(1).closed(1), "app.Main.get:9")
            .met("OkHttp", "app.jar", "4.12.0", "");

    assertThat(TextReport.of(ledger.report(), UNICODE, null))
        .isEqualTo(
            """
            Ajar 1.0.0: 3 clients opened, 1 closed, 1 collected while open, 1 open; \
            1 response opened, closed; watched OkHttp (app.jar, 4.12.0)
            """);
  }

  @Test
  void says_in_one_line_that_nothing_was_opened() {
    LedgerBuilder ledger = new LedgerBuilder().met("java.net.http", "java.net.http", "25", "");

    assertThat(TextReport.of(ledger.report(), UNICODE, null))
        .isEqualTo("Ajar 1.0.0: no client opened; watched java.net.http 25\n");
  }

  @Test
  void says_which_versions_are_newer_than_any_tested() {
    LedgerBuilder ledger =
        new LedgerBuilder()
            .met("java.net.http", "java.net.http", "99", "")
            .met("OkHttp", "okhttp-4.99.0.jar", "4.99.0", "");

    assertThat(TextReport.of(ledger.report(), UNICODE, null))
        .isEqualTo(
            """
            Ajar 1.0.0: no client opened; watched \
            java.net.http 99 (untested version: newest tested is 25), \
            OkHttp (okhttp-4.99.0.jar, untested version: newest tested is 4.12.1)
            """);
  }

  @Test
  void says_that_a_close_began_and_has_not_ended() {
    LedgerBuilder ledger =
        new LedgerBuilder()
            .site(
                LedgerBuilder.client(Contract.MUST),
                CountsBuilder.opened(3).closing(1),
                "com.acme.Main.main:12")
            .closingSince(LedgerBuilder.NINE + 1_000);

    assertThat(TextReport.of(ledger.report(), UNICODE, null).replaceAll("\\s+", " "))
        .contains(
            "no close() seen for 2 of 3; a close has begun for 1",
            "failed the close of 1 began 2,399 s ago and has not ended");
  }

  @Test
  void keeps_a_run_with_nothing_but_information_short() {
    LedgerBuilder ledger =
        new LedgerBuilder()
            .site(
                LedgerBuilder.client(Contract.SHOULD),
                CountsBuilder.opened(1, NINE + 500, NINE + 500),
                "com.acme.Main.main:12")
            .met("OkHttp", "okhttp-4.12.0.jar", "4.12.0", "");

    assertThat(TextReport.of(ledger.report(), UNICODE, "report.json"))
        .isEqualTo(
            """
            Ajar 1.0.0: 1 client opened, 0 closed, 1 open; watched OkHttp (okhttp-4.12.0.jar)
            1  information   1 × Apache HttpClient 5 client, open since 09:00:00.500, \
            for most of the process's life   d17679d34c91
               opened at     com.acme.Main.main(Main.java:12)
               remedy        It is kept and shared, as it should be: only its close at the application's shutdown is
                             missing.
            report    report.json
            """);
  }

  @Test
  void lists_no_more_findings_than_can_be_read() {
    LedgerBuilder ledger = new LedgerBuilder();
    for (int line = 1; line <= 23; line++) {
      ledger.site(CLIENT, CountsBuilder.opened(2), "app.Main.run:" + line);
    }

    String text = TextReport.of(ledger.report(), UNICODE, null);

    int listed = text.split("  OPEN   2|\n1[0-9] OPEN   2", -1).length - 1;
    assertThat(listed).isBetween(10, 20);
    assertThat(text).contains("\n\nand " + (23 - listed) + " more findings: see the report\n");
  }

  @Test
  void lists_three_ways_to_a_place() {
    LedgerBuilder ledger = new LedgerBuilder();
    for (int line = 1; line <= 5; line++) {
      ledger.site(CLIENT, CountsBuilder.opened(line), "app.A.make:7", "app.B.call:" + line);
    }

    assertThat(TextReport.of(ledger.report(), UNICODE, null))
        .contains(
            """
               called by     app.B.call(B.java:5)   5 times
                             app.B.call(B.java:4)   4 times
                             app.B.call(B.java:3)   3 times
                             and 2 more ways
            """);
  }

  @Test
  void says_that_a_run_left_no_word_of_its_end() {
    LedgerBuilder ledger =
        new LedgerBuilder()
            .noEnd()
            .fact("host", "web3")
            .site(CLIENT, CountsBuilder.opened(2, NINE, NINE + 90_000), "app.Main.run:1");
    Report report = Report.of(ledger.build(), Nature.RECOVERED, NINE + 9_999_999);

    assertThat(TextReport.of(report, UNICODE, null))
        .startsWith(
            "Ajar 1.0.0  pid 4711  orders-svc build 2026.11.21-3  on web3  up 00:01:30  recovered:"
                + " it left no word of its end; last seen 2026-11-21 09:01:30.000 UTC\n");
  }

  @Test
  void says_that_a_run_goes_on() {
    LedgerBuilder ledger =
        new LedgerBuilder().noEnd().site(CLIENT, CountsBuilder.opened(2), "app.Main.run:1");
    Report report = Report.of(ledger.build(), Nature.SNAPSHOT, NINE + 60_000);

    assertThat(TextReport.of(report, UNICODE, null))
        .contains("up 00:01:00  snapshot of a running process, 2026-11-21 09:01:00.000 UTC\n");
  }

  @Test
  void names_the_day_where_it_is_not_the_last_one() {
    LedgerBuilder ledger =
        new LedgerBuilder()
            .site(CLIENT, CountsBuilder.opened(2, NINE - 86_400_000, NINE), "app.Main.run:1");

    assertThat(TextReport.of(ledger.report(), UNICODE, null))
        .contains("when          first 2026-11-20 09:00:00.000, last 09:00:00.000;");
  }

  @Test
  void shows_nothing_that_a_terminal_obeys() {
    String evil = "a\u001b[31mb\nc\rd\u0007e\u009bf\u202eg\u2028h\ud800i";
    LedgerBuilder ledger =
        new LedgerBuilder()
            .fact("host", evil)
            .fact("service", evil)
            .fact("build", evil)
            .fact("ledger", "heap: " + evil)
            .end(evil)
            .site(
                CLIENT,
                CountsBuilder.opened(2).threads(1, evil).uses(1, NINE, NINE).hosts(evil),
                "app." + evil + ".run:1",
                "app." + evil + ".call:2")
            .closing(CLIENT, "app." + evil + ".stop:2")
            .met(evil, evil + ".jar", evil, evil)
            .problem(evil)
            .damage(evil);

    String text = TextReport.of(ledger.report(), UNICODE, evil);

    assertThat(text).matches("[\\x20-\\x7E\\n\u00b7\u00d7]*");
    assertThat(text.replace("\n          ", " ")).contains("problems  a?[31mb?c?d?e?f?g?h?i\n");
  }

  @Test
  void says_what_the_ledger_could_not_hold() {
    LedgerBuilder ledger =
        new LedgerBuilder()
            .site(CLIENT, CountsBuilder.opened(2), "app.Main.run:1")
            .lost(Loss.LIVE_SLOTS, 1_500)
            .lost(Loss.PLACES, 7)
            .fact("ledger", "heap: /ledgers cannot be written");

    assertThat(TextReport.of(ledger.report(), UNICODE, null))
        .endsWith(
            """
            watched   nothing: no known client was loaded
            losses    7 openings at places beyond the fixed bound: counted by type, their lines are not known
            losses    1,500 resources without details: counted, but not their own requests and times, and no part of a
                      client is reported; raise max-live
            ledger    heap: /ledgers cannot be written
            """);
  }
}
