package dev.ajar.agent.track;

import dev.ajar.ledger.LiveSlot;
import dev.ajar.ledger.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is open at one moment. It is held weakly.
 *
 * @param resources those open, what clients have handed out not among them
 * @param handouts how many of those are open that clients have handed out
 * @param lastUsed time of the last use of any of them, in ms since the epoch; 0 if there was none
 */
public record Opened(List<Resource> resources, int handouts, long lastUsed) {

  /** One resource. */
  public static final class Resource {

    private final Tracked tracked;

    private Resource(Tracked tracked) {
      this.tracked = tracked;
    }

    /** What it is. */
    public TrackedType type() {
      return tracked.type;
    }

    /** Number, in the ledger, of the place where it was opened. */
    public int site() {
      return tracked.place.row().site();
    }

    /** The object, or null if it was collected. */
    public @Nullable Object object() {
      return tracked.get();
    }
  }

  static Opened of(List<Tracked> all) {
    List<Resource> resources = new ArrayList<>();
    int handouts = 0;
    long lastUsed = 0;
    for (Tracked tracked : all) {
      if (tracked.isOpen()) {
        LiveSlot slot = tracked.slot;
        if (slot != null) {
          lastUsed = Math.max(lastUsed, slot.lastUsed());
        }
        if (tracked.type.role() == Role.HANDOUT) {
          handouts++;
        } else {
          resources.add(new Resource(tracked));
        }
      }
    }
    return new Opened(resources, handouts, lastUsed);
  }
}
