package dev.ajar.report;

import java.util.List;

/**
 * A line of the program, and who ran it.
 *
 * @param frame as the JDK prints a frame
 * @param threads patterns of the names of the threads that ran it, a few
 */
public record Spot(String frame, List<String> threads) {

  /** Keeps the names as they are now. */
  public Spot {
    threads = List.copyOf(threads);
  }
}
