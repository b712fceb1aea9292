package dev.ajar.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Closes that did not close.
 *
 * @param threw how many whose close ended with an exception, and no later one ended well
 * @param exceptions the classes of such exceptions, a few
 * @param inVain how many that are open although something was closed that uses them and, as it was
 *     set up, leaves them open
 * @param closesInVain how often such a thing was closed at this place's resources
 * @param closedInVain what was closed, in words, a few
 * @param unfinished how many whose close began long ago and has not ended
 * @param unfinishedSince when the first of these closes began
 * @param closedAt where those closes were called, a few
 * @param more whether there are further such places
 */
public record FailedClose(
    long threw,
    List<String> exceptions,
    long inVain,
    long closesInVain,
    List<String> closedInVain,
    long unfinished,
    @Nullable Moment unfinishedSince,
    List<Spot> closedAt,
    boolean more) {

  /** Keeps the lists as they are now. */
  public FailedClose {
    exceptions = List.copyOf(exceptions);
    closedInVain = List.copyOf(closedInVain);
    closedAt = List.copyOf(closedAt);
  }

  /** How many resources it is about. */
  public long count() {
    return threw + inVain + unfinished;
  }
}
