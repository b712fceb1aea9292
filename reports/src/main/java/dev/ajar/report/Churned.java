package dev.ajar.report;

import dev.ajar.ledger.Contract;
import dev.ajar.ledger.Frame;
import dev.ajar.ledger.Ledger;
import dev.ajar.ledger.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judges what was closed, but made for each call: the kind {@link Kind#CHURN}. */
final class Churned implements Judge {

  /** How types end that count as clients but are one connection each, so nobody can share them. */
  private static final String CONNECTION = ".WebSocket";

  private final Limits limits;
  private final Span span;
  private final Application application;
  private final Map<Frame, List<Place>> byFrame = new HashMap<>();

  Churned(Limits limits, Span span, Places places) {
    this.limits = limits;
    this.span = span;
    this.application = places.application();
    for (Place place : places.all()) {
      Frame frame = place.frame();
      if (frame != null) {
        List<Place> there = byFrame.get(frame);
        if (there == null) {
          there = new ArrayList<>();
          byFrame.put(frame, there);
        }
        there.add(place);
      }
    }
  }

  @Override
  public @Nullable FindingDraft judge(Place place) {
    Churn churn = churn(place);
    if (churn == null || isInsideAnother(place)) {
      return null;
    }
    Severity severity = often(place) ? Severity.WARNING : Severity.INFO;
    return new FindingDraft(
        place, Kind.CHURN, severity, churn.closed(), false, false, Evidence.of(churn));
  }

  private @Nullable Churn churn(Place place) {
    long closed = place.tally().closed();
    if (place.frame() == null
        || place.type().role() != Role.CLIENT
        || place.type().className().endsWith(CONNECTION)
        || place.contract() == Contract.NEVER
        || closed < limits.churn()
        || (closed < many() && (moreHosts(place) || burst(place)))) {
      return null;
    }
    Lifespans lives = Lifespans.of(place);
    long life = lives.within(50);
    long shortest = lives.used() == 0 ? Thresholds.UNUSED_MILLIS : Thresholds.CALL_MILLIS;
    if (closed < lives.ended() / 2
        || life >= shortest
        || lives.medianRequests() > Thresholds.CALL_REQUESTS
        || rounds(place, lives) < Thresholds.ROUNDS) {
      return null;
    }
    return new Churn(closed, life, lives.medianRequests(), Math.min(lives.used(), closed));
  }

  /** So many that it makes no difference when they were made, and for whom. */
  private long many() {
    return (long) limits.churn() * Thresholds.MANY;
  }

  /** Whether more hosts were asked than the ledger names, so that each may have its own client. */
  private static boolean moreHosts(Place place) {
    for (Ledger.Site site : place.sites()) {
      if (site.counts().moreHosts()) {
        return true;
      }
    }
    return false;
  }

  /** Whether they were all made within a small part of the process's life, as when it starts. */
  private boolean burst(Place place) {
    return place.lastOpened() - place.firstOpened() < span.uptime() / Thresholds.BURST_DIVISOR;
  }

  /**
   * How many times a client was followed by another: as many as there were, by the number of those
   * that lived at the same time. It is 1 for workers that have a client each.
   */
  private static long rounds(Place place, Lifespans lives) {
    long last = 0;
    for (Ledger.Site site : place.sites()) {
      last = Math.max(last, site.counts().lastClosed());
    }
    long time = Math.max(1, last - place.firstOpened());
    double together = (double) lives.total() / time;
    return (long) (lives.ended() / Math.max(1, together));
  }

  private static boolean often(Place place) {
    double time = place.lastOpened() - place.firstOpened();
    return (place.tally().opened() - 1) * Thresholds.OFTEN_MILLIS >= time;
  }

  /** Whether they were made by other clients, of another type, that churn at the same line. */
  private boolean isInsideAnother(Place place) {
    for (Place other : byFrame.getOrDefault(place.frame(), List.of())) {
      if (depth(other) < depth(place) && churn(other) != null) {
        return true;
      }
    }
    return false;
  }

  /** How many frames lie between the line to blame and the opening, at least. */
  private int depth(Place place) {
    int depth = Integer.MAX_VALUE;
    for (Ledger.Site site : place.sites()) {
      int blamed = application.blamed(site.stack(), place.type());
      depth = blamed < 0 ? depth : Math.min(depth, blamed);
    }
    return depth;
  }
}
