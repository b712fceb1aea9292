package dev.ajar.report;

import dev.ajar.ledger.Ledger;
import dev.ajar.ledger.Role;

/**
 * The process's life, as far as it is known and Ajar was there, and where in it things happened.
 */
final class Span {

  /** How a run ends that was not cut off: nothing was going on any more. */
  private static final String BY_ITSELF = "last thread done";

  private final long asOf;
  private final long uptime;
  private final boolean cutOff;

  private Span(long asOf, long uptime, boolean cutOff) {
    this.asOf = asOf;
    this.uptime = uptime;
    this.cutOff = cutOff;
  }

  static Span of(Header header) {
    Moment asOf = header.asOf();
    Long uptime = header.uptimeMillis();
    Moment attached = header.attached();
    if (asOf != null && attached != null && asOf.millis() >= attached.millis()) {
      uptime = asOf.millis() - attached.millis();
    }
    return new Span(
        asOf == null ? 0 : asOf.millis(),
        asOf == null || uptime == null ? -1 : uptime,
        !BY_ITSELF.equals(header.endedBy()));
  }

  /** The length of the process's life, from when Ajar came, in ms, -1 if unknown. */
  long uptime() {
    return uptime;
  }

  /** Whether a time lies in the first half of the process's life; false if that is not known. */
  boolean longAgo(long millis) {
    return uptime >= 0 && asOf - millis > uptime / Thresholds.LIFE_DIVISOR;
  }

  /**
   * Whether what is unclosed of a place is kept and grows no more: none was collected, and the last
   * of them was opened long ago. Never said of responses and the like, each of which keeps a
   * connection from being used again.
   */
  boolean settled(Place place) {
    long last = lastUnclosed(place);
    return place.type().role() != Role.HANDOUT
        && place.abandoned() == 0
        && last > 0
        && longAgo(last)
        && asOf - last >= Thresholds.SETTLED_MILLIS;
  }

  /**
   * How many of the open resources of a place may have been in use when the run was cut off, or was
   * looked at: they had not been open for longer than nearly all others of the place were.
   */
  long inFlight(Place place) {
    if (!cutOff || asOf == 0) {
      return 0;
    }
    long usual = Lifespans.of(place).within(Thresholds.USUAL_PERCENT);
    long inFlight = 0;
    for (Ledger.Live live : place.live()) {
      if (!live.closing() && !live.inside() && asOf - live.opened() <= usual) {
        inFlight++;
      }
    }
    return inFlight;
  }

  private static long lastUnclosed(Place place) {
    long last = 0;
    long known = 0;
    for (Ledger.Live live : place.live()) {
      if (!live.closing()) {
        known++;
        last = Math.max(last, live.opened());
      }
    }
    return known < place.open() ? place.lastOpened() : last;
  }
}
