package dev.ajar.report;

import dev.ajar.ledger.Contract;
import dev.ajar.ledger.Incident;
import dev.ajar.ledger.Ledger;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Judges uses after the close: what one user closed, another goes on to use. */
final class UsedAfterClose implements Judge {

  private final Incidents incidents;

  UsedAfterClose(Incidents incidents) {
    this.incidents = incidents;
  }

  @Override
  public @Nullable FindingDraft judge(Place place) {
    long count = 0;
    long uses = 0;
    for (Ledger.Site site : place.sites()) {
      count += Figures.count(site.counts().usedLate());
      uses += Figures.count(site.counts().usedAfterClose());
    }
    if (count == 0 || place.asks(Contract.NEVER)) {
      return null;
    }
    Set<Integer> usedAt = new TreeSet<>();
    Set<Integer> closedAt = new TreeSet<>();
    for (Incident incident : incidents.of(place, Incident.Kind.LATE_USE)) {
      usedAt.add(incident.use());
      closedAt.add(incident.close());
    }
    Incidents.Spots used = incidents.spots(usedAt);
    Incidents.Spots closed = incidents.spots(closedAt);
    boolean more = Incidents.more(place) || used.more() || closed.more();
    LateUse lateUse = new LateUse(count, uses, used.spots(), closed.spots(), more);
    return new FindingDraft(
        place, Kind.USED_AFTER_CLOSE, Severity.ERROR, count, false, false, Evidence.of(lateUse));
  }
}
