package dev.ajar.report;

import static dev.ajar.report.LedgerBuilder.CLIENT;
import static dev.ajar.report.LedgerBuilder.NINE;
import static dev.ajar.report.LedgerBuilder.POOL;
import static dev.ajar.report.LedgerBuilder.RESPONSE;

import dev.ajar.ledger.Contract;
import dev.ajar.ledger.Incident;
import dev.ajar.ledger.Ledger;
import dev.ajar.ledger.Loss;
import dev.ajar.ledger.SiteKind;
import java.util.List;

/** Ledgers that several tests make reports of. */
public final class Samples {

  /** Clients piled up, responses abandoned, one client kept for the application's life. */
  public static LedgerBuilder leaky() {
    LedgerBuilder ledger =
        new LedgerBuilder()
            .site(
                CLIENT,
                CountsBuilder.opened(500, NINE + 843_120, NINE + 881_877)
                    .threads(32, "llm-%d")
                    .uses(3, NINE + 843_200, NINE + 881_900)
                    .hosts("api.openai.example:443"),
                "org.apache.hc.client5.http.impl.classic.HttpClients.createDefault:40",
                "com.acme.llm.LlmApi.newHandle:171",
                "java.util.Optional.map:260",
                "com.acme.llm.TaskRunner.lambda$run$0:58")
            .live(500);
    int owner = ledger.lastSlot();
    return ledger
        .site(POOL, CountsBuilder.opened(1), "com.acme.llm.LlmApi.newHandle:171")
        .ownedBy(owner)
        .site(
            LedgerBuilder.client(Contract.SHOULD),
            CountsBuilder.opened(1, NINE + 500, NINE + 500),
            "com.acme.Main.main:12")
        .site(CLIENT, CountsBuilder.opened(11).closed(9).closedInShutdown(2), "app.Fine.get:1")
        .site(
            RESPONSE,
            CountsBuilder.opened(9).closed(5).closing(1).abandoned(3).threads(2, "a", "b"),
            "okhttp3.RealCall.execute:7",
            "java.lang.Thread.run:840")
        .closing(CLIENT, "com.acme.auth.TokenClient.close:44")
        .met("Apache HttpClient 5", "httpclient5-5.6.1.jar", "5.6.1", "")
        .met("OkHttp", "okhttp-jvm-5.5.1.jar", "5.5.1", "shutdown,stop")
        .met("java.net.http", "java.net.http", "17.0.15", "")
        .problem("com.acme.Odd could not be woven: no frames");
  }

  /** All that can be unknown is, and all lists have something in them. */
  public static LedgerBuilder odd() {
    return new LedgerBuilder()
        .noEnd()
        .without("ajar.version")
        .without("pid")
        .without("service")
        .without("build")
        .without("started")
        .without("ledger")
        .fact("option.max-live", "5 (from AJAR_MAX_LIVE)")
        .fact("thread.limit", "4")
        .site(CLIENT, CountsBuilder.opened(7, 0, 0).threads(4, "a\u001b\u009b\"\ud83d\ude00"))
        .site(
            LedgerBuilder.client(Contract.MAY),
            CountsBuilder.opened(9, NINE, NINE + 10).threads(3).onVirtual(2).closers(2),
            "app.\u6771.a:0",
            "app.B.b:2")
        .labels(
            List.of(new Ledger.Scope("a\u001b\u202e", 2, 1)),
            3,
            1,
            List.of(new Ledger.Trace("4bf92f3577b34da6a3ce929d0e0e4736", NINE)))
        .fact(Ledger.MARK, NINE + " after\nwarm-up")
        .fact("hooks", "2")
        .fact("hooks.waited", "20000")
        .fact("hooks.hanging", "1")
        .fact("hook.0", "a\u001b\u202e\napp.C.c(C.java:3)")
        .closing(LedgerBuilder.client(Contract.MAY), "app.C.c:3")
        .met("L", "l.jar", null, "")
        .lost(Loss.PLACES, 1)
        .lost(Loss.FAULTS, 2)
        .problem("one\ntwo")
        .damage("chunk 3 has no header; left out");
  }

  /** Closes that failed in each way, and uses after a close. */
  public static LedgerBuilder closes() {
    return new LedgerBuilder()
        .site(
            CLIENT,
            CountsBuilder.opened(9)
                .closed(5)
                .closeThrew(2)
                .closing(1)
                .usedAfterClose(2, 1_003)
                .closers(1),
            "com.acme.Api.make:7")
        .site(
            CLIENT,
            SiteKind.CLOSING,
            new CountsBuilder().closed(8).threads(1, "main"),
            "org.apache.hc.Client.close:1",
            "com.acme.Main.stop:20")
        .site(
            CLIENT,
            SiteKind.LATE_USE,
            new CountsBuilder().threads(2, "worker-%d", "main"),
            "org.apache.hc.Client.execute:2",
            "com.acme.Worker.run:30")
        .incident(Incident.Kind.CLOSE_THREW, 0, -1, 1, "java.io.IOException")
        .incident(Incident.Kind.LATE_USE, 0, 2, 1, null)
        .site(POOL, CountsBuilder.opened(3).closed(1).closedInVain(15), "com.acme.Pools.make:8")
        .live(false, true)
        .live(false, true)
        .site(
            CLIENT,
            SiteKind.CLOSING_IN_VAIN,
            new CountsBuilder().threads(1, "main"),
            "com.acme.Main.stop:21")
        .incident(Incident.Kind.CLOSED_IN_VAIN, 3, -1, 4, "Apache HttpClient 5 client")
        .site(
            LedgerBuilder.client(Contract.MAY),
            CountsBuilder.opened(2).closing(1).closers(1).moreIncidents(),
            "com.acme.Late.make:9")
        .closingSince(LedgerBuilder.END - 47_500);
  }

  private Samples() {}
}
