package dev.ajar.agent.jfr;

import dev.ajar.agent.track.Clock;
import dev.ajar.agent.track.Life;
import dev.ajar.agent.track.LifeListener;
import dev.ajar.agent.track.Tracker;
import dev.ajar.report.OpeningSite;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jfr.Event;
import org.jspecify.annotations.Nullable;

/** Tells recordings of openings and closes. Thread-safe, never throws. */
@SuppressWarnings("removal") // what JDK 17 needs under a security manager
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
        commit(event);
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
      commit(event);
    }
  }

  private static void commit(Event event) {
    try {
      event.commit();
    } catch (SecurityException e) { // the first loads classes that the application may not ask for
      AccessController.doPrivileged(new Commit(event));
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

  private record Commit(Event event) implements PrivilegedAction<@Nullable Void> {
    @Override
    public @Nullable Void run() {
      event.commit();
      return null;
    }
  }
}
