package dev.ajar.report;

import dev.ajar.ledger.Contract;
import dev.ajar.ledger.Role;
import org.jspecify.annotations.Nullable;

/** Judges what was left open: the kinds {@link Kind#OPEN} and {@link Kind#ABANDONED}. */
final class Unclosed implements Judge {

  private final Header header;
  private final boolean detailsLost;

  /**
   * @param detailsLost whether some live resources are not in the ledger, so that owners may be
   *     unknown
   */
  Unclosed(Header header, boolean detailsLost) {
    this.header = header;
    this.detailsLost = detailsLost;
  }

  @Override
  public @Nullable FindingDraft judge(Place place) {
    boolean piledUp = place.frame() != null && place.unclosed() >= Thresholds.PILED_UP;
    boolean scoped = applicationScoped(place);
    Severity severity = severity(place, piledUp, scoped);
    if (severity == null) {
      return null;
    }
    Kind kind = place.open() > 0 ? Kind.OPEN : Kind.ABANDONED;
    return new FindingDraft(
        place, kind, severity, place.unclosed(), piledUp, scoped, Evidence.NONE);
  }

  private @Nullable Severity severity(Place place, boolean piledUp, boolean scoped) {
    if (place.unclosed() == 0 || (detailsLost && place.type().role() == Role.PART)) {
      return null;
    }
    if (place.harmed() && place.contract() != Contract.NEVER) {
      return Severity.ERROR;
    }
    return switch (place.contract()) {
      case MUST -> scoped ? Severity.INFO : Severity.ERROR;
      case SHOULD -> scoped ? Severity.INFO : Severity.WARNING;
      case MAY -> piledUp ? Severity.WARNING : null;
      case NEVER -> null;
    };
  }

  /** Whether it is one resource, opened early and kept: what a singleton looks like. */
  private boolean applicationScoped(Place place) {
    if (place.frame() == null
        || place.type().role() == Role.HANDOUT
        || place.tally().opened() != 1
        || place.open() != 1) {
      return false;
    }
    Moment asOf = header.asOf();
    Long uptime = header.uptimeMillis();
    return asOf != null
        && uptime != null
        && asOf.millis() - place.firstOpened() > uptime / Thresholds.LIFE_DIVISOR;
  }
}
