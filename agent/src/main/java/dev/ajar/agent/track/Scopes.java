package dev.ajar.agent.track;

import org.jspecify.annotations.Nullable;

/** The names that the application gives to what its threads do. Thread-safe. */
public final class Scopes {

  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_PATH = 200;

  private static final ThreadLocal<@Nullable Scope> INNERMOST = new ThreadLocal<>();

  // Most programs never enter one, and their openings do not have to look.
  private static volatile boolean everEntered;

  /** A scope on one thread; another thread may close it, but not take it away. */
  private static final class Scope {

    final String path;
    final @Nullable Scope outer;
    volatile boolean closed;

    Scope(String path, @Nullable Scope outer) {
      this.path = path;
      this.outer = outer;
    }
  }

  /**
   * Begins one on this thread, inside the one that is open there.
   *
   * @return what {@link #leave} takes
   */
  public static Object enter(String name) {
    everEntered = true;
    Scope outer = innermost();
    String own = cut(name);
    String path = outer == null ? own : outer.path + "/" + own;
    Scope scope = new Scope(cut(path, LONGEST_PATH), outer);
    INNERMOST.set(scope);
    return scope;
  }

  /** Ends one, whichever thread began it; without effect for anything else. */
  public static void leave(@Nullable Object scope) {
    if (scope instanceof Scope left) {
      left.closed = true;
      Scope unused = innermost();
    }
  }

  /** What this thread does, all its scopes joined by slashes; null if it has none. */
  static @Nullable String current() {
    if (!everEntered) {
      return null;
    }
    Scope scope = innermost();
    return scope == null ? null : scope.path;
  }

  /** The first 80 characters of a name. */
  public static String cut(String name) {
    return cut(name, LONGEST_NAME);
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }

  /** The innermost open scope of this thread; forgets those above it. */
  private static @Nullable Scope innermost() {
    Scope top = INNERMOST.get();
    Scope open = top;
    while (open != null && open.closed) {
      open = open.outer;
    }
    if (open == null) {
      INNERMOST.remove(); // also the entry that the look at it has made
    } else if (open != top) {
      INNERMOST.set(open);
    }
    return open;
  }

  private Scopes() {}
}
