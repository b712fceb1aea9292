package dev.ajar.agent.track;

/**
 * Wall-clock time that only moves forward: taken once, and counted on from there, so that nobody
 * who sets the system's clock back can make a client older than its process.
 */
public final class Clock {

  private final long startMillis = System.currentTimeMillis();
  private final long startNanos = System.nanoTime();

  /** When this clock was made, in ms since the epoch. */
  public long start() {
    return startMillis;
  }

  /** Now, in ms since the epoch. */
  public long now() {
    return startMillis + (System.nanoTime() - startNanos) / 1_000_000;
  }
}
