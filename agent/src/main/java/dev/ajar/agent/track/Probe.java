package dev.ajar.agent.track;

import dev.ajar.agent.catalog.Point;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What woven code calls at one point of the catalogue. Never throws, and does nothing when Ajar
 * itself is at work on this thread.
 */
public final class Probe implements BiConsumer<Object, Object> {

  private static final Inside INSIDE = new Inside();

  private final Tracker tracker;
  private final TrackedType type;
  private final Point point;

  /**
   * @param type what the point's rule is about
   */
  public Probe(Tracker tracker, TrackedType type, Point point) {
    this.tracker = tracker;
    this.type = type;
    this.point = point;
  }

  @Override
  @SuppressWarnings("CatchingUnchecked") // nothing of ours may reach the application
  public void accept(@Nullable Object subject, @Nullable Object argument) {
    if (subject == null) {
      return;
    }
    try {
      boolean[] inside = INSIDE.get();
      if (!inside[0]) {
        inside[0] = true;
        try {
          pass(subject, argument);
        } finally {
          inside[0] = false;
        }
      }
    } catch (Throwable e) {
      tracker.fault(e);
    }
  }

  private void pass(Object subject, @Nullable Object argument) {
    switch (point.event()) {
      case OPEN -> tracker.opened(type, subject, false, point.meaning(), argument);
      case REOPEN -> tracker.opened(type, subject, true, point.meaning(), argument);
      case OWNING -> tracker.related(subject, point.meaning(), argument);
      case EXEMPT -> tracker.exempt(type, subject, point.meaning(), argument);
      case ASKING -> tracker.asks(type, subject);
      case ACTING -> tracker.acts(type, subject, argument);
      case CLOSING -> tracker.closing(type, subject);
      case CLOSED -> tracker.closed(subject);
      case CLOSE_THREW -> {
        if (argument instanceof Throwable exception) {
          tracker.closeThrew(subject, exception);
        }
      }
      case CLOSED_IN_VAIN -> {
        if (argument != null) {
          tracker.closedInVain(type, subject, argument);
        }
      }
      case DRAINED -> {
        tracker.closing(type, subject);
        tracker.closed(subject);
      }
      case EMPTIED -> tracker.emptied(type, subject, argument);
      case ENTERED -> tracker.entered(type, point.meaning(), argument);
      case LEFT -> tracker.left(type, point.meaning(), argument);
      case FAILED -> tracker.failed(type);
      case USE -> tracker.used(type, subject, point.meaning(), argument);
    }
  }

  /** Whether this thread is inside a probe. */
  private static final class Inside extends ThreadLocal<boolean[]> {

    @Override
    protected boolean[] initialValue() {
      return new boolean[1];
    }
  }
}
