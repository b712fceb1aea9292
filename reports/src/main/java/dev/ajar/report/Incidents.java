package dev.ajar.report;

import dev.ajar.ledger.Frame;
import dev.ajar.ledger.Incident;
import dev.ajar.ledger.Ledger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What happened around the closes of a run, by the place of the opening. */
final class Incidents {

  private final Application application;
  private final Map<Integer, Ledger.Site> sites = new HashMap<>();
  private final Map<Integer, List<Incident>> byOpening = new HashMap<>();

  private Incidents(Application application) {
    this.application = application;
  }

  static Incidents of(Ledger ledger, Application application) {
    Incidents incidents = new Incidents(application);
    for (Ledger.Site site : ledger.sites()) {
      incidents.sites.put(site.number(), site);
    }
    for (Incident incident : ledger.incidents()) {
      List<Incident> known = incidents.byOpening.get(incident.site());
      if (known == null) {
        known = new ArrayList<>();
        incidents.byOpening.put(incident.site(), known);
      }
      known.add(incident);
    }
    return incidents;
  }

  /** Those of one kind with resources of a place. */
  List<Incident> of(Place place, Incident.Kind kind) {
    List<Incident> incidents = new ArrayList<>();
    for (Ledger.Site site : place.sites()) {
      List<Incident> known = byOpening.get(site.number());
      for (Incident incident : known == null ? List.<Incident>of() : known) {
        if (incident.kind() == kind) {
          incidents.add(incident);
        }
      }
    }
    return incidents;
  }

  /** Whether some of a place are not told. */
  static boolean more(Place place) {
    for (Ledger.Site site : place.sites()) {
      if (site.counts().moreIncidents()) {
        return true;
      }
    }
    return false;
  }

  /** Places that closed resources of a place, whatever came of it. */
  static Set<Integer> closers(Place place) {
    Set<Integer> closers = new TreeSet<>();
    for (Ledger.Site site : place.sites()) {
      closers.addAll(site.counts().closers());
    }
    return closers;
  }

  /**
   * The lines of places, by number, each once; those that the ledger does not tell are left out.
   */
  Spots spots(Set<Integer> numbers) {
    Map<String, List<String>> lines = new LinkedHashMap<>();
    boolean more = false;
    for (int number : numbers) {
      Ledger.Site site = sites.get(number);
      int blamed = site == null ? -1 : application.blamed(site.stack(), site.type());
      if (site == null || blamed < 0) {
        continue;
      }
      Frame frame = site.stack().get(blamed);
      List<String> names = lines.get(frame.toString());
      if (names == null && lines.size() < Thresholds.SPOTS) {
        names = new ArrayList<>();
        lines.put(frame.toString(), names);
      }
      more |= names == null;
      addAll(names == null ? new ArrayList<>() : names, site.counts().threadNames());
    }
    List<Spot> spots = new ArrayList<>();
    for (Map.Entry<String, List<String>> line : lines.entrySet()) {
      spots.add(new Spot(line.getKey(), line.getValue()));
    }
    return new Spots(spots, more);
  }

  private static void addAll(List<String> names, List<String> added) {
    for (String name : added) {
      if (names.size() < Thresholds.NAMES && !names.contains(name)) {
        names.add(name);
      }
    }
  }

  /** A few lines, and whether there are more. */
  record Spots(List<Spot> spots, boolean more) {}
}
