package dev.ajar.report;

import dev.ajar.ledger.Contract;
import dev.ajar.ledger.Incident;
import dev.ajar.ledger.Ledger;
import dev.ajar.ledger.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Judges closes that threw, that closed nothing, or that have not ended. */
final class CloseFailed implements Judge {

  private final Incidents incidents;
  private final @Nullable Moment asOf;

  CloseFailed(Incidents incidents, @Nullable Moment asOf) {
    this.incidents = incidents;
    this.asOf = asOf;
  }

  @Override
  public @Nullable FindingDraft judge(Place place) {
    long threw = threw(place);
    long inVain = place.closedInVain();
    long unfinished = place.tally().stuck();
    if (threw + inVain + unfinished == 0 || place.asks(Contract.NEVER)) {
      return null;
    }
    Set<Integer> closedAt = new TreeSet<>();
    List<String> exceptions = new ArrayList<>();
    List<String> closedInVain = new ArrayList<>();
    if (threw > 0) {
      collect(place, Incident.Kind.CLOSE_THREW, closedAt, exceptions);
    }
    if (inVain > 0) {
      collect(place, Incident.Kind.CLOSED_IN_VAIN, closedAt, closedInVain);
    }
    if (unfinished > 0) {
      closedAt.addAll(Incidents.closers(place));
    }
    Incidents.Spots spots = incidents.spots(closedAt);
    FailedClose failed =
        new FailedClose(
            threw,
            exceptions,
            inVain,
            inVain > 0 ? closesInVain(place) : 0,
            closedInVain,
            unfinished,
            unfinished > 0 ? unfinishedSince(place) : null,
            spots.spots(),
            Incidents.more(place) || spots.more());
    Severity severity = place.contract() == Contract.MUST ? Severity.ERROR : Severity.WARNING;
    return new FindingDraft(
        place, Kind.CLOSE_FAILED, severity, failed.count(), false, false, Evidence.of(failed));
  }

  /** A response reads its rest when it is closed: that this fails is the network's fault. */
  private static long threw(Place place) {
    long threw = 0;
    for (Ledger.Site site : place.sites()) {
      Ledger.Counts counts = site.counts();
      threw += Figures.count(counts.closeThrew() - counts.closedAfterThrow());
    }
    return place.type().role() == Role.HANDOUT ? 0 : threw;
  }

  private static long closesInVain(Place place) {
    long closes = 0;
    for (Ledger.Site site : place.sites()) {
      closes += Figures.count(site.counts().closedInVain());
    }
    return closes;
  }

  private @Nullable Moment unfinishedSince(Place place) {
    long since = 0;
    for (Ledger.Live live : place.live()) {
      if (Places.isStuck(live, asOf)) {
        since = Place.earlier(since, live.closingSince());
      }
    }
    return Moment.orNull(since);
  }

  private void collect(Place place, Incident.Kind kind, Set<Integer> closedAt, List<String> names) {
    for (Incident incident : incidents.of(place, kind)) {
      closedAt.add(incident.close());
      String what = incident.what();
      if (what != null && names.size() < Thresholds.NAMES && !names.contains(what)) {
        names.add(what);
      }
    }
  }
}
