package dev.ajar.report;

import java.util.List;

/**
 * Clients that were used after their close.
 *
 * @param count how many of them
 * @param uses how often
 * @param usedAt where they were used then, a few
 * @param closedAt where these had been closed, a few
 * @param more whether there are further such places
 */
public record LateUse(long count, long uses, List<Spot> usedAt, List<Spot> closedAt, boolean more) {

  /** Keeps the lists as they are now. */
  public LateUse {
    usedAt = List.copyOf(usedAt);
    closedAt = List.copyOf(closedAt);
  }
}
