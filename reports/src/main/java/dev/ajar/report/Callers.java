package dev.ajar.report;

import dev.ajar.ledger.Frame;
import dev.ajar.ledger.Ledger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ways to a place: the application's frame that called it, for each.
 *
 * @param first the most frequent
 * @param more how many more there are
 */
record Callers(List<Finding.Caller> first, int more) {

  static Callers of(Place place, Application application) {
    Map<String, Long> openings = new LinkedHashMap<>();
    for (Ledger.Site site : place.sites()) {
      int blamed = application.blamed(site.stack(), site.type());
      int calling = application.next(site.stack(), blamed + 1, site.type());
      if (blamed >= 0 && calling >= 0) {
        Frame frame = site.stack().get(calling);
        Long known = openings.get(frame.toString());
        long count = Figures.count(site.counts().opened());
        openings.put(frame.toString(), known == null ? count : known + count);
      }
    }
    List<Finding.Caller> all = new ArrayList<>();
    for (Map.Entry<String, Long> way : openings.entrySet()) {
      all.add(new Finding.Caller(way.getKey(), way.getValue()));
    }
    all.sort(new ByOpenings());
    int listed = Math.min(all.size(), Thresholds.CALLERS);
    return new Callers(all.subList(0, listed), all.size() - listed);
  }

  private static final class ByOpenings implements Comparator<Finding.Caller> {
    @Override
    public int compare(Finding.Caller one, Finding.Caller other) {
      return Long.compare(other.openings(), one.openings());
    }
  }
}
