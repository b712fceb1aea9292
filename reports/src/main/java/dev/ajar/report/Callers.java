package dev.ajar.report;

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
    Map<String, Finding.Caller> ways = new LinkedHashMap<>();
    for (Ledger.Site site : place.sites()) {
      int blamed = application.blamed(site.stack(), site.type());
      int calling = application.next(site.stack(), blamed + 1, site.type());
      if (blamed >= 0 && calling >= 0) {
        String frame = site.stack().get(calling).toString();
        Finding.Caller known = ways.get(frame);
        Tally tally = Tally.NONE.plus(site.counts());
        ways.put(
            frame,
            new Finding.Caller(
                frame,
                tally.opened() + (known == null ? 0 : known.openings()),
                tally.unclosed() + (known == null ? 0 : known.unclosed())));
      }
    }
    List<Finding.Caller> all = new ArrayList<>(ways.values());
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
