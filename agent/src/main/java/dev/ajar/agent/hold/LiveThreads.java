package dev.ajar.agent.hold;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The platform threads that live now. */
final class LiveThreads implements Supplier<List<Thread>> {

  private static final int ROOM = 64;

  /**
   * All of them. Costs no safepoint, unlike the stacks of all threads.
   *
   * @throws SecurityException if a security manager keeps them from us
   */
  static List<Thread> all() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    if (group == null) {
      return List.of();
    }
    while (group.getParent() != null) {
      group = group.getParent();
    }
    Thread[] threads = new Thread[group.activeCount() + ROOM];
    int count = group.enumerate(threads, true);
    while (count == threads.length) {
      threads = new Thread[2 * threads.length];
      count = group.enumerate(threads, true);
    }
    List<Thread> all = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      all.add(threads[at]);
    }
    return all;
  }

  @Override
  public List<Thread> get() {
    return all();
  }
}
