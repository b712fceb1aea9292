package dev.ajar.ledger;

import java.util.List;
import java.util.Map;

/** A small run that writes one of everything. */
final class Run {

  static final ResourceType CLIENT =
      new ResourceType(
          "Acme HTTP",
          "Acme client",
          "com.acme.http.Client",
          Role.CLIENT,
          Contract.MUST,
          "It holds sockets \u2013 many.",
          "Close it.",
          List.of("com.acme.http.", "com.acme.net."));

  static final ResourceType POOL =
      new ResourceType(
          "Acme HTTP", "Acme pool", "com.acme.Pool", Role.PART, Contract.MAY, "", "", List.of());

  static final List<Frame> STACK =
      List.of(
          new Frame("com.acme.http.Client", "<init>", "Client.java", 7),
          new Frame("app.Main", "main", null, Frame.NO_LINE));

  static final List<Frame> CLOSING = List.of(new Frame("app.Main", "stop", "Main.java", 90));

  static final Incident LATE_USE = new Incident(Incident.Kind.LATE_USE, 0, 3, 2, null);

  static final Incident THREW =
      new Incident(Incident.Kind.CLOSE_THREW, 0, -1, 2, "java.io.IOException");

  /** Opens three clients, one with a pool; closes one, begins to close another. */
  static void write(LedgerWriter writer) {
    writer.fact("pid", "1");
    writer.fact("pid", "4711");
    int client = writer.type(CLIENT);
    int pool = writer.type(POOL);
    SiteRow opening = site(writer, client, false, STACK);
    SiteRow parts = site(writer, pool, false, STACK);
    SiteRow closing = site(writer, client, true, CLOSING);
    int main = writer.text("main");
    LiveSlot first = open(writer, opening, main, 1_000);
    LiveSlot second = open(writer, opening, main, 2_000);
    LiveSlot third = open(writer, opening, main, 3_000);
    LiveSlot part = open(writer, parts, main, 1_001);
    part.ownedBy(first, true);
    first.used(4_000);
    first.used(5_000);
    second.used(6_000);
    opening.host(writer.text("example:443"));
    opening.closeBegun(closing.site());
    second.closing();
    opening.closeBegun(closing.site());
    opening.closed(7_000, true);
    opening.lived(4_000, 0, 0, 0);
    SiteRow use = site(writer, client, SiteKind.LATE_USE, STACK);
    use.usedLateHere(7_500, writer.text("late-%d"), true);
    closing.closedHere(7_000, main, true);
    opening.usedAfterClose(true);
    opening.closeThrew();
    opening.closedAfterThrow();
    parts.closedInVain();
    parts.moreIncidents();
    part.closedInVain();
    writer.incident(LATE_USE);
    writer.incident(THREW);
    writer.giveBack(third);
    LabelRow labels = writer.labels(opening.site());
    if (labels == null) {
      throw new AssertionError("no room");
    }
    labels.scope(0, writer.text("tenant-7"));
    labels.opened(0);
    labels.opened(0);
    labels.ended(0);
    labels.opened(LabelRow.SCOPES);
    labels.trace(0, 1_000, "4bf92f3577b34da6a3ce929d0e0e4736");
    labels.trace(2, 2_000, "x".repeat(LabelRow.MAX_TRACE));
    labels.trace(3, 3_000, "00f067aa0ba902b7");
    labels.trace(3, 0, "");
    writer.coverage(new Coverage("Acme HTTP", "acme.jar", null, "com.acme.http.Client", "stop"));
    writer.codeSource("app.Main", new CodeSource(null, null));
    writer.codeSource("org.sdk.Api", new CodeSource("sdk-2.1.jar", "2.1"));
    writer.problem("a line");
    writer.lost(Loss.FAULTS);
    writer.lost(Loss.FAULTS);
    held(writer.held(), client);
    writer.end("SIGTERM", 8_000);
  }

  private static void held(HeldWriter held, int type) {
    held.threads("stale", true, 1, List.of());
    held.complete(7_000, Map.of());
    held.threads("acme-%d", false, 3, List.of(type));
    held.sockets("192.0.2.7:443", 2, 1);
    held.pools(new Held.Pools(1, 4, 3, 2, 1, 7, 1));
    held.complete(7_500, Map.of(Held.SOCKETS, 3L, Held.FILES, 40L));
    held.threads("without totals", true, 1, List.of());
  }

  static LiveSlot open(LedgerWriter writer, SiteRow site, int thread, long at) {
    site.opened(at, thread, true, false);
    LiveSlot slot = writer.takeSlot();
    if (slot == null) {
      throw new AssertionError("no slot");
    }
    slot.open(site.site(), thread, false, at, 17);
    return slot;
  }

  static SiteRow site(LedgerWriter writer, int type, boolean closing, List<Frame> stack) {
    return site(writer, type, closing ? SiteKind.CLOSING : SiteKind.OPENING, stack);
  }

  static SiteRow site(LedgerWriter writer, int type, SiteKind kind, List<Frame> stack) {
    SiteRow site = writer.site(type, kind, stack);
    if (site == null) {
      throw new AssertionError("no room");
    }
    return site;
  }

  private Run() {}
}
