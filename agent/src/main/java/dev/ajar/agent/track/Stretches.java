package dev.ajar.agent.track;

import dev.ajar.agent.catalog.Point.Meaning;
import dev.ajar.ledger.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the stretches of a thread's work say of whom its resources belong to. Thread-safe. */
final class Stretches {

  private final TrackedTable table;

  Stretches(TrackedTable table) {
    this.table = table;
  }

  /** A stretch begins on this thread. */
  void enter(TrackedType type, Meaning meaning, @Nullable Object argument) {
    Tracked asker = meaning == Meaning.ASKER && argument != null ? table.find(argument) : null;
    if (asker == null) {
      Stretch.enter(type, null, meaning == Meaning.NAME ? type : null);
    } else {
      boolean named = asker.isExempt() && asker.type != type && asker.type.role() == Role.HANDOUT;
      Stretch.enter(type, asker.place, named ? asker.type : null);
    }
  }

  /**
   * A stretch ends well: what opened in it lies inside the argument, or else inside the resource of
   * the rule's type that opened in it.
   */
  void leave(TrackedType type, Meaning meaning, @Nullable Object argument) {
    Stretch left = Stretch.leave(type);
    if (left == null || left.opened().isEmpty()) {
      return;
    }
    if (meaning == Meaning.NAME) {
      left.handOut(left.opened());
      return;
    }
    boolean named = meaning == Meaning.OWNER;
    Tracked owner = !named ? left.last(type) : argument == null ? null : table.find(argument);
    if (owner == null || !owner.isOpen()) {
      left.handOut(left.opened());
      return;
    }
    for (Tracked belonging : left.opened()) {
      if (belonging != owner) {
        Lives.join(owner, belonging, !handsOut(owner, belonging));
      }
    }
    if (!named) {
      left.handOut(List.of(owner));
    }
  }

  /**
   * What a client hands out is closed with it, but as long as it is open it is a fault by itself.
   */
  private static boolean handsOut(Tracked owner, Tracked belonging) {
    return owner.type.role() == Role.CLIENT && belonging.type.role() == Role.HANDOUT;
  }

  /** A stretch ends with an exception: what opened in it stands alone. */
  void fail(TrackedType type) {
    Stretch left = Stretch.leave(type);
    if (left != null) {
      left.handOut(left.opened());
    }
  }
}
