package dev.ajar.report;

import dev.ajar.ledger.Frame;
import dev.ajar.ledger.Ledger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The places of a ledger where resources are closed. */
final class Closers {

  private final Application application;
  private final List<Ledger.Site> sites = new ArrayList<>();

  private Closers(Application application) {
    this.application = application;
  }

  static Closers of(Ledger ledger, Application application) {
    Closers closers = new Closers(application);
    for (Ledger.Site site : ledger.sites()) {
      if (site.closing()) {
        closers.sites.add(site);
      }
    }
    return closers;
  }

  /** Where else the type of a place is closed: first what closed some of that very place. */
  List<Finding.Closer> of(Place place) {
    Set<Integer> own = new HashSet<>();
    for (Ledger.Site site : place.sites()) {
      own.addAll(site.counts().closers());
    }
    List<Finding.Closer> closers = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    add(closers, seen, place, own, true);
    add(closers, seen, place, own, false);
    return closers;
  }

  private void add(
      List<Finding.Closer> closers,
      Set<String> seen,
      Place place,
      Set<Integer> own,
      boolean ofThisPlace) {
    for (Ledger.Site site : sites) {
      if (closers.size() == Thresholds.CLOSERS) {
        return;
      }
      if (own.contains(site.number()) == ofThisPlace
          && site.type().className().equals(place.type().className())) {
        int blamed = application.blamed(site.stack(), site.type());
        Frame frame = blamed < 0 ? null : site.stack().get(blamed);
        if (frame != null && seen.add(frame.toString())) {
          closers.add(new Finding.Closer(frame.toString(), ofThisPlace));
        }
      }
    }
  }
}
