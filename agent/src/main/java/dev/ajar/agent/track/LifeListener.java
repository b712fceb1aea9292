package dev.ajar.agent.track;

/** Hears of lives as they begin and end, on the thread that opens or closes. */
public interface LifeListener {

  /** A resource was opened. */
  void opened(Life life);

  /** A resource was closed, or is found to have been collected. */
  void ended(Life life, Life.End how);
}
