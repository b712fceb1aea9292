package dev.ajar.report;

import dev.ajar.ledger.Held;
import dev.ajar.ledger.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which run a report is of. All but the nature may be unknown.
 *
 * @param ajar version of Ajar
 * @param java version of the JDK
 * @param started when the JVM started
 * @param attached when Ajar came into it; null if it was there from the start
 * @param asOf the moment that the report's facts reach up to: the end of the run, the reading of a
 *     running one, or the last trace of one that is gone
 * @param uptimeMillis from {@code started} to {@code asOf}, in ms
 * @param endedBy how the run ended, such as {@code SIGTERM}
 * @param ledger {@code file}, or why the ledger was on the heap
 * @param hooks the shutdown hooks, or null if there are none, or they have not been started
 * @param unknown what cannot be known because the run left no word of its end, a line each
 */
public record Header(
    Nature nature,
    @Nullable String ajar,
    @Nullable Long pid,
    @Nullable String host,
    @Nullable String service,
    @Nullable String build,
    @Nullable String java,
    @Nullable Moment started,
    @Nullable Moment attached,
    @Nullable Moment asOf,
    @Nullable Long uptimeMillis,
    @Nullable String endedBy,
    @Nullable String ledger,
    @Nullable ShutdownHooks hooks,
    List<String> unknown) {

  /** Keeps the lines as they are now. */
  public Header {
    unknown = List.copyOf(unknown);
  }

  static Header of(Ledger ledger, Nature nature, long now) {
    Map<String, String> facts = ledger.facts();
    Ledger.End end = ledger.end();
    Moment started = Moment.orNull(number(facts.get("started")));
    Moment asOf = Moment.orNull(asOf(ledger, nature, now));
    Long uptime =
        started == null || asOf == null || asOf.millis() < started.millis()
            ? null
            : asOf.millis() - started.millis();
    long pid = number(facts.get("pid"));
    return new Header(
        nature,
        facts.get("ajar.version"),
        pid == 0 ? null : pid,
        facts.get("host"),
        facts.get("service"),
        facts.get("build"),
        facts.get("java.version"),
        started,
        Moment.orNull(number(facts.get(Ledger.ATTACHED))),
        asOf,
        uptime,
        end == null ? null : end.how(),
        facts.get("ledger"),
        ShutdownHooks.of(facts),
        Unknown.of(nature, asOf, ledger.held()));
  }

  /** The same with one more thing that cannot be known. */
  Header withUnknown(String line) {
    List<String> lines = new ArrayList<>(unknown);
    lines.add(line);
    return with(nature, lines);
  }

  /** The same, come by in another way. */
  Header with(Nature other) {
    return with(other, unknown);
  }

  private Header with(Nature other, List<String> lines) {
    return new Header(
        other,
        ajar,
        pid,
        host,
        service,
        build,
        java,
        started,
        attached,
        asOf,
        uptimeMillis,
        endedBy,
        this.ledger,
        hooks,
        lines);
  }

  private static long asOf(Ledger ledger, Nature nature, long now) {
    Ledger.End end = ledger.end();
    return switch (nature) {
      case EXIT -> end == null ? now : end.at();
      case SNAPSHOT -> now;
      case RECOVERED, RECORDING -> lastTrace(ledger);
    };
  }

  private static long lastTrace(Ledger ledger) {
    Held held = ledger.held();
    long last = held == null ? 0 : held.at();
    last = Math.max(last, Math.max(markedAt(ledger), number(ledger.facts().get("started"))));
    for (Ledger.Site site : ledger.sites()) {
      Ledger.Counts counts = site.counts();
      last = Math.max(last, Math.max(counts.lastOpened(), counts.lastClosed()));
      last = Math.max(last, counts.lastUsed());
    }
    for (Ledger.Live live : ledger.live()) {
      last = Math.max(last, Math.max(live.opened(), live.lastUsed()));
    }
    return last;
  }

  private static long markedAt(Ledger ledger) {
    String mark = ledger.facts().get(Ledger.MARK);
    int end = mark == null ? -1 : mark.indexOf(' ');
    return mark == null || end < 0 ? 0 : number(mark.substring(0, end));
  }

  /** The number that a fact tells, 0 if none. */
  static long number(@Nullable String fact) {
    if (fact == null) {
      return 0;
    }
    try {
      return Long.parseLong(fact);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
