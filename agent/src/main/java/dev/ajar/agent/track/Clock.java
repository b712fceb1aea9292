package dev.ajar.agent.track;

/**
 * Wall-clock time that only moves forward: taken once, and counted on from there, so that nobody
 * who sets the system's clock back can make a client older than its process.
 */
public final class Clock {

  private final long startMillis;
  private final long startNanos;

  /**
   * A clock that was started at a moment.
   *
   * @param startMillis wall-clock time of that moment, in ms since the epoch
   * @param startNanos {@link System#nanoTime} of the same moment
   */
  public Clock(long startMillis, long startNanos) {
    this.startMillis = startMillis;
    this.startNanos = startNanos;
  }

  /** When this clock was started, in ms since the epoch. */
  public long start() {
    return startMillis;
  }

  /** Now, in ms since the epoch. */
  public long now() {
    return startMillis + (System.nanoTime() - startNanos) / 1_000_000;
  }
}
