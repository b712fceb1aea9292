package dev.ajar.agent.track;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of one thread's work in which what opens belongs together: inside what a factory makes,
 * say. Stretches lie within each other as calls do.
 */
final class Stretch {

  private static final ThreadLocal<@Nullable Stretch> INNERMOST = new ThreadLocal<>();

  // Most threads of most programs never enter one, and do not have to look.
  private static volatile boolean everEntered;

  private final TrackedType type;
  private final @Nullable Place place;
  private final @Nullable TrackedType name;
  private final @Nullable Stretch outer;
  private final List<Tracked> opened = new ArrayList<>(4);

  private Stretch(
      TrackedType type,
      @Nullable Place place,
      @Nullable TrackedType name,
      @Nullable Stretch outer) {
    this.type = type;
    this.place = place;
    this.name = name;
    this.outer = outer;
  }

  /**
   * Begins one on this thread.
   *
   * @param type whose rule speaks of the stretch
   * @param place where what opens in it counts as opened; null: where it is opened
   * @param name what is handed out in it counts as one of this type; null: as what it is
   */
  static void enter(TrackedType type, @Nullable Place place, @Nullable TrackedType name) {
    everEntered = true;
    INNERMOST.set(new Stretch(type, place, name, INNERMOST.get()));
  }

  /**
   * Ends the innermost one of a type's rule on this thread, and returns it; null if there is none.
   */
  static @Nullable Stretch leave(TrackedType type) {
    Stretch left = INNERMOST.get();
    while (left != null && left.type != type) {
      left = left.outer;
    }
    if (left == null) {
      return null;
    }
    if (left.outer == null) {
      INNERMOST.remove();
    } else {
      INNERMOST.set(left.outer);
    }
    return left;
  }

  /** Notes what opens on this thread now. */
  static void opens(Tracked resource) {
    Stretch innermost = everEntered ? INNERMOST.get() : null;
    if (innermost != null) {
      innermost.opened.add(resource);
    }
  }

  /** Where what opens on this thread now counts as opened, or null if that is where it is. */
  static @Nullable Place place() {
    Stretch at = everEntered ? INNERMOST.get() : null;
    while (at != null && at.place == null) {
      at = at.outer;
    }
    return at == null ? null : at.place;
  }

  /**
   * What one of a type counts as that is handed out on this thread now: what the outermost stretch
   * says, for that is what the application has asked for.
   */
  static TrackedType name(TrackedType type) {
    TrackedType name = type;
    for (Stretch at = everEntered ? INNERMOST.get() : null; at != null; at = at.outer) {
      if (at.name != null) {
        name = at.name;
      }
    }
    return name;
  }

  /** What opened in it, the first first. */
  List<Tracked> opened() {
    return opened;
  }

  /** The last of a type that opened in it, or null. */
  @Nullable Tracked last(TrackedType wanted) {
    for (int at = opened.size() - 1; at >= 0; at--) {
      if (opened.get(at).type == wanted) {
        return opened.get(at);
      }
    }
    return null;
  }

  /** Leaves resources to the stretch around this one, if there is one. */
  void handOut(List<Tracked> resources) {
    if (outer != null) {
      outer.opened.addAll(resources);
    }
  }
}
