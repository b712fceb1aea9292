package dev.ajar.report;

import dev.ajar.ledger.Contract;
import dev.ajar.ledger.Role;
import org.jspecify.annotations.Nullable;

/**
 * Judges what was opened before Ajar came. Neither where nor when is known, nor how many others
 * that place has opened and closed, so that this is an error at no time.
 */
final class Adopted implements Judge {

  private final Limits limits;

  Adopted(Limits limits) {
    this.limits = limits;
  }

  @Override
  public @Nullable FindingDraft judge(Place place) {
    boolean piledUp = place.frame() != null && place.unclosed() >= limits.piledUp();
    Severity severity = severity(place, piledUp);
    return severity == null
        ? null
        : new FindingDraft(
            place,
            place.open() > 0 ? Kind.OPEN : Kind.ABANDONED,
            severity,
            place.unclosed(),
            piledUp,
            false,
            Evidence.NONE);
  }

  private @Nullable Severity severity(Place place, boolean piledUp) {
    // A part's owner may be one that was not used since.
    if (place.unclosed() == 0
        || place.type().role() != Role.CLIENT
        || place.contract() == Contract.NEVER) {
      return null;
    }
    if (place.doubtful()) {
      return piledUp ? Severity.INFO : null;
    }
    if (place.harmed()) {
      return Severity.WARNING;
    }
    if (place.contract() != Contract.MAY) {
      return piledUp ? Severity.WARNING : Severity.INFO;
    }
    boolean many = place.unclosed() >= (long) limits.piledUp() * Thresholds.MANY;
    return many ? Severity.WARNING : piledUp ? Severity.INFO : null;
  }
}
