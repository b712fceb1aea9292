package dev.ajar.demo;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Named threads that never keep the process alive. */
final class Daemons {

  private Daemons() {}

  /** Threads called name-1, name-2 and so on. */
  static ThreadFactory numbered(String name) {
    var number = new AtomicInteger();
    return task -> thread(task, name + "-" + number.incrementAndGet());
  }

  static Thread thread(Runnable task, String name) {
    var thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
