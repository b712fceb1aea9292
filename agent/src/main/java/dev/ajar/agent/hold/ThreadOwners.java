package dev.ajar.agent.hold;

import dev.ajar.agent.catalog.Holding.ThreadName;
import dev.ajar.agent.track.TrackedType;
import java.util.ArrayList;
import java.util.List;

/** Tells which types may have started a thread, going by its name and, where needed, its stack. */
final class ThreadOwners {

  /** A type's name that fits a thread. */
  record Match(ThreadName name, TrackedType type) {}

  private final List<TrackedType> types;

  ThreadOwners(List<TrackedType> types) {
    this.types = types;
  }

  /** The names that fit best, the longest; of several types if they are the same. */
  List<Match> of(Thread thread) {
    List<Match> best = new ArrayList<>();
    int length = 0;
    for (TrackedType type : types) {
      for (ThreadName name : type.holding().threads()) {
        int its = name.pattern().length();
        if (its >= length && name.fits(thread.getName()) && runs(thread, name)) {
          if (its > length) {
            best.clear();
          }
          best.add(new Match(name, type));
          length = its;
        }
      }
    }
    return best;
  }

  private static boolean runs(Thread thread, ThreadName name) {
    String prefix = name.runs();
    if (prefix == null) {
      return true;
    }
    for (StackTraceElement frame : thread.getStackTrace()) {
      if (frame.getClassName().startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
