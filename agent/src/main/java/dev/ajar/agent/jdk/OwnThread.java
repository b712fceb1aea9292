package dev.ajar.agent.jdk;

import java.security.AccessController;
import java.security.PrivilegedAction;

/**
 * Starts threads of Ajar's own from threads of the application's, of which they keep nothing: no
 * context class loader, no inherited values, no group and, before JDK 24, no protection domains of
 * the classes on the stack, each of which would keep the class loader of a redeployed application.
 * Nor does the application's handler of uncaught exceptions hear of them.
 */
public final class OwnThread implements PrivilegedAction<Thread> {

  private final String name;
  private final Runnable task;

  private OwnThread(String name, Runnable task) {
    this.name = name;
    this.task = task;
  }

  /** Starts a daemon; whatever its task throws, an error of the JVM's too, just ends it. */
  @SuppressWarnings("removal") // there is a security manager's context to leave behind until 24
  public static Thread start(String name, Runnable task) {
    Thread thread = AccessController.doPrivileged(new OwnThread(name, task));
    thread.start();
    return thread;
  }

  @Override
  public Thread run() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    Thread thread = new Thread(group, task, name, 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    thread.setUncaughtExceptionHandler(new Silence());
    return thread;
  }

  private static final class Silence implements Thread.UncaughtExceptionHandler {
    @Override
    public void uncaughtException(Thread thread, Throwable exception) {}
  }
}
