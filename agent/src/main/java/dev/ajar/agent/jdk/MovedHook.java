package dev.ajar.agent.jdk;

import org.jspecify.annotations.Nullable;

/**
 * A shutdown hook of the JDK's own that is taken from among the application's, and run after all of
 * them. Thread-safe.
 */
public final class MovedHook implements Runnable {

  private final JdkAccess jdk;
  private final int slot;
  private final String name;
  private boolean registered;
  private boolean ran;
  private @Nullable Thread moved;

  /**
   * @param slot where it is to run, as {@link JdkAccess#atExit} counts
   * @param name of its thread
   */
  public MovedHook(JdkAccess jdk, int slot, String name) {
    this.jdk = jdk;
    this.slot = slot;
    this.name = name;
  }

  /** Moves the hook if it is there, once; false where it is not, or where the JVM refuses. */
  public synchronized boolean move() {
    if (moved != null) {
      return true;
    }
    try {
      Thread hook = jdk.shutdownHook(name);
      if (hook == null) {
        return false;
      }
      if (!registered) {
        jdk.atExit(slot, this); // first, or nobody would run it where this is refused
        registered = true;
      }
      if (Runtime.getRuntime().removeShutdownHook(hook)) {
        moved = hook;
      }
    } catch (RuntimeException e) {
      return false; // the shutdown has begun, or a security manager is against it
    }
    return moved != null;
  }

  /** Runs the hook to its end on its own thread, as the JDK would; once, if it was moved. */
  @Override
  public void run() {
    Thread hook;
    synchronized (this) {
      hook = ran ? null : moved;
      ran = true;
    }
    if (hook == null) {
      return;
    }
    hook.start();
    while (hook.isAlive()) {
      try {
        hook.join();
      } catch (InterruptedException e) {
        boolean unused = Thread.interrupted(); // nobody waits for this thread any more
      }
    }
  }
}
