package dev.ajar.agent.track;

import dev.ajar.ledger.Frame;
import dev.ajar.ledger.ResourceType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One resource, as a {@link LifeListener} hears of it.
 *
 * @param site number of the place of its opening
 * @param stack of the opening, the innermost frame first
 * @param identity its identity hash code
 * @param opened time of the opening, in ms since the epoch
 * @param requests so far
 * @param ownerIdentity of the owner, 0 for none
 * @param owner what the owner is, or null if there is none that is known
 */
public record Life(
    ResourceType type,
    int site,
    List<Frame> stack,
    int identity,
    long opened,
    long requests,
    int ownerIdentity,
    @Nullable ResourceType owner) {

  /** How a life ended. */
  public enum End {
    /** By its own close. */
    CLOSED,
    /** With what it belonged to. */
    CLOSED_WITH_OWNER,
    /** Collected while open. */
    ABANDONED
  }

  static Life of(Tracked tracked, long requests, @Nullable Tracked owner) {
    return new Life(
        tracked.type.resource(),
        tracked.place.row().site(),
        tracked.place.frames,
        tracked.identity,
        tracked.opened,
        requests,
        owner == null ? 0 : owner.identity,
        owner == null ? null : owner.type.resource());
  }
}
