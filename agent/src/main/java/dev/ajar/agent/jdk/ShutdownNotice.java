package dev.ajar.agent.jdk;

import java.security.AccessController;
import java.security.PrivilegedAction;

/**
 * Stands among the application's shutdown hooks and is never a thread that runs: where the JVM
 * starts its hooks, this calls a task instead, at once. So it can neither fail to start, which
 * would keep the hooks after it from being started, nor be waited for.
 */
final class ShutdownNotice extends Thread {

  private final Runnable task;

  private ShutdownNotice(ThreadGroup group, Runnable task) {
    super(group, null, "ajar-notice", 0, false);
    this.task = task;
  }

  /** Keeps nothing of the calling thread's, like {@link OwnThread}. */
  @SuppressWarnings("removal") // there is a security manager's context to leave behind until 24
  static ShutdownNotice of(Runnable task) {
    return AccessController.doPrivileged(new Making(task));
  }

  @Override
  @SuppressWarnings("CatchingUnchecked")
  public synchronized void start() {
    try {
      task.run();
    } catch (Throwable e) {
      // The hooks after it are to be started.
    }
  }

  private record Making(Runnable task) implements PrivilegedAction<ShutdownNotice> {
    @Override
    public ShutdownNotice run() {
      ThreadGroup group = Thread.currentThread().getThreadGroup();
      while (group.getParent() != null) {
        group = group.getParent();
      }
      ShutdownNotice notice = new ShutdownNotice(group, task);
      notice.setContextClassLoader(null);
      return notice;
    }
  }
}
