package dev.ajar.report;

import dev.ajar.ledger.Contract;
import dev.ajar.ledger.Role;
import org.jspecify.annotations.Nullable;

/**
 * Judges what was left open: the kinds {@link Kind#OPEN}, {@link Kind#ABANDONED} and {@link
 * Kind#PARTIAL}.
 */
final class Unclosed implements Judge {

  private final Limits limits;
  private final Span span;
  private final boolean detailsLost;

  /**
   * A judge of one run.
   *
   * @param detailsLost whether some live resources are not in the ledger, so that owners may be
   *     unknown
   */
  Unclosed(Limits limits, Span span, boolean detailsLost) {
    this.limits = limits;
    this.span = span;
    this.detailsLost = detailsLost;
  }

  @Override
  public @Nullable FindingDraft judge(Place place) {
    boolean part = place.type().role() == Role.PART;
    if (place.frame() != null && !part && closedMost(place)) {
      if (place.unclosed() == 0) {
        return leftToOwner(place);
      }
      if (span.inFlight(place) >= place.unclosed() && !place.harmed()) {
        return draft(place, Kind.PARTIAL, Severity.INFO, false, false);
      }
    }
    boolean piledUp = place.frame() != null && place.unclosed() >= limits.piledUp();
    boolean scoped = applicationScoped(place);
    Severity severity = part && detailsLost ? null : severity(place, piledUp, scoped);
    return severity == null ? null : draft(place, kind(place), severity, piledUp, scoped);
  }

  private Kind kind(Place place) {
    if (place.frame() != null && closedMost(place)) {
      return Kind.PARTIAL;
    }
    return place.open() > 0 ? Kind.OPEN : Kind.ABANDONED;
  }

  /**
   * Whether the application itself closes what is opened here, as a rule: at least half, before the
   * shutdown, and not by closing a client that it belongs to.
   */
  private boolean closedMost(Place place) {
    long closed = place.tally().closed();
    return closed >= limits.partial()
        && closed * Thresholds.PARTIAL_DIVISOR >= place.tally().opened();
  }

  /**
   * Responses that were open until their client was closed, though most others were closed. One
   * that was in use at that moment is no leak, and a thread uses one at a time; so only if they are
   * more than the threads, and many enough to have piled up, it is worth to be known. It is never a
   * fault: how long they had been open is not known.
   */
  private @Nullable FindingDraft leftToOwner(Place place) {
    long left = place.tally().closedWithOwner();
    return place.type().role() == Role.HANDOUT
            && place.contract() == Contract.MUST
            && left >= limits.piledUp()
            && left > place.threads()
        ? draft(place, Kind.PARTIAL, Severity.INFO, false, false)
        : null;
  }

  private @Nullable Severity severity(Place place, boolean piledUp, boolean scoped) {
    if (place.unclosed() == 0) {
      return null;
    }
    if (place.harmed() && place.contract() != Contract.NEVER) {
      return Severity.ERROR;
    }
    boolean harmless = few(place) && span.settled(place);
    return switch (place.contract()) {
      case MUST -> scoped ? Severity.INFO : harmless ? Severity.WARNING : Severity.ERROR;
      case SHOULD ->
          scoped
              ? Severity.INFO
              : piledUp && !span.settled(place) ? Severity.ERROR : Severity.WARNING;
      case MAY -> !piledUp ? null : harmless ? Severity.INFO : Severity.WARNING;
      case NEVER -> null;
    };
  }

  /** Whether it may be one for each of a few tenants, rather than one for each call. */
  private boolean few(Place place) {
    return place.unclosed() < (long) limits.piledUp() * Thresholds.MANY;
  }

  /** Whether it is one resource, opened early and kept: what a singleton looks like. */
  private boolean applicationScoped(Place place) {
    return place.frame() != null
        && place.type().role() != Role.HANDOUT
        && place.tally().opened() == 1
        && place.open() == 1
        && span.longAgo(place.firstOpened());
  }

  private static FindingDraft draft(
      Place place, Kind kind, Severity severity, boolean piledUp, boolean scoped) {
    return new FindingDraft(
        place, kind, severity, place.unclosed(), piledUp, scoped, Evidence.NONE);
  }
}
