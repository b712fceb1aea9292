package dev.ajar.agent.jfr;

import dev.ajar.agent.track.Clock;
import dev.ajar.agent.track.Life;
import dev.ajar.agent.track.LifeListener;
import dev.ajar.agent.track.Tracker;
import dev.ajar.report.OpeningSite;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tells recordings of openings and closes. Thread-safe, never throws. */
final class LifeEvents implements LifeListener {

  private final Tracker tracker;
  private final Clock clock;
  private final String app;
  private final Map<Integer, OpeningSite> names = new ConcurrentHashMap<>();

  LifeEvents(Recorded run) {
    this.tracker = run.tracker();
    this.clock = run.clock();
    this.app = run.app();
  }

  @Override
  @SuppressWarnings("CatchingUnchecked") // nothing of ours may reach the application
  public void opened(Life life) {
    try {
      ClientOpened event = new ClientOpened();
      if (event.isEnabled()) {
        event.tell(life, name(life));
        event.commit();
      }
    } catch (Throwable e) {
      tracker.fault(e);
    }
  }

  @Override
  @SuppressWarnings("CatchingUnchecked")
  public void ended(Life life, Life.End how) {
    try {
      if (how == Life.End.ABANDONED) {
        tell(new ClientAbandoned(), life);
      } else {
        ClientClosed event = new ClientClosed();
        event.withOwner = how == Life.End.CLOSED_WITH_OWNER;
        tell(event, life);
      }
    } catch (Throwable e) {
      tracker.fault(e);
    }
  }

  private void tell(ClientEnded event, Life life) {
    if (event.isEnabled()) {
      event.tell(life, name(life), clock.now());
      event.commit();
    }
  }

  private OpeningSite name(Life life) {
    OpeningSite known = names.get(life.site());
    if (known == null) {
      known = OpeningSite.of(life.type(), life.stack(), app);
      names.put(life.site(), known);
    }
    return known;
  }
}
