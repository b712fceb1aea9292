package dev.ajar.report;

import dev.ajar.ledger.Ledger;
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
    @Nullable String ledger) {

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
        facts.get("ledger"));
  }

  private static long asOf(Ledger ledger, Nature nature, long now) {
    Ledger.End end = ledger.end();
    return switch (nature) {
      case EXIT -> end == null ? now : end.at();
      case SNAPSHOT -> now;
      case RECOVERED -> lastTrace(ledger);
    };
  }

  private static long lastTrace(Ledger ledger) {
    long last = 0;
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
