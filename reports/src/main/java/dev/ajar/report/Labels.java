package dev.ajar.report;

import dev.ajar.ledger.Ledger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the application said of the places of a ledger: scopes, traces and the last mark. */
final class Labels {

  /**
   * The labels of one place.
   *
   * @param scopes the most unclosed first, a few
   * @param moreScoped unclosed ones in further scopes
   */
  record Labelled(
      List<Scope> scopes,
      long moreScoped,
      @Nullable Traces traces,
      @Nullable SinceMark sinceMark) {}

  private final Map<Integer, Ledger.Labels> bySite = new HashMap<>();
  private final @Nullable String mark;
  private final @Nullable Moment marked;

  private Labels(@Nullable String mark, @Nullable Moment marked) {
    this.mark = mark;
    this.marked = marked;
  }

  static Labels of(Ledger ledger) {
    String fact = ledger.facts().get(Ledger.MARK);
    int blank = fact == null ? -1 : fact.indexOf(' ');
    Labels labels =
        fact == null || blank < 0
            ? new Labels(null, null)
            : new Labels(
                fact.substring(blank + 1), Moment.orNull(Header.number(fact.substring(0, blank))));
    for (Ledger.Labels each : ledger.labels()) {
      labels.bySite.put(each.site(), each);
    }
    return labels;
  }

  Labelled of(Place place) {
    Map<String, Scope> scopes = new HashMap<>();
    long more = 0;
    Ledger.Trace first = null;
    Ledger.Trace last = null;
    for (Ledger.Site site : place.sites()) {
      Ledger.Labels labels = bySite.get(site.number());
      if (labels != null) {
        for (Ledger.Scope scope : labels.scopes()) {
          add(scopes, scope);
        }
        more += unclosed(labels.moreOpened(), labels.moreEnded());
        for (Ledger.Trace trace : labels.traces()) {
          first = first == null || trace.opened() < first.opened() ? trace : first;
          last = last == null || trace.opened() >= last.opened() ? trace : last;
        }
      }
    }
    List<Scope> all = new ArrayList<>(scopes.values());
    all.sort(new ByUnclosed());
    while (all.size() > Thresholds.NAMES) {
      more += all.remove(all.size() - 1).unclosed();
    }
    Traces traces = first == null || last == null ? null : new Traces(first.id(), last.id());
    return new Labelled(all, more, traces, sinceMark(place));
  }

  private @Nullable SinceMark sinceMark(Place place) {
    if (mark == null || marked == null) {
      return null;
    }
    long opened = 0;
    for (Ledger.Live live : place.live()) {
      opened += !live.closing() && live.opened() > marked.millis() ? 1 : 0;
    }
    return new SinceMark(mark, marked, opened);
  }

  private static void add(Map<String, Scope> scopes, Ledger.Scope scope) {
    Scope known = scopes.get(scope.name());
    long opened = Figures.count(scope.opened());
    long unclosed = unclosed(scope.opened(), scope.ended());
    scopes.put(
        scope.name(),
        known == null
            ? new Scope(scope.name(), opened, unclosed)
            : new Scope(scope.name(), known.opened() + opened, known.unclosed() + unclosed));
  }

  private static long unclosed(long opened, long ended) {
    return Figures.count(Figures.count(opened) - Figures.count(ended));
  }

  private static final class ByUnclosed implements Comparator<Scope> {
    @Override
    public int compare(Scope one, Scope other) {
      int order = Long.compare(other.unclosed(), one.unclosed());
      if (order == 0) {
        order = Long.compare(other.opened(), one.opened());
      }
      return order != 0 ? order : one.name().compareTo(other.name());
    }
  }
}
