package dev.ajar.agent.catalog;

/** Compares names with patterns in which each {@code *} stands for any letters, or none. */
final class Wildcard {

  /** Whether a pattern fits a name from a position on. Allocates nothing. */
  static boolean matches(String pattern, String name, int from) {
    return matches(pattern, 0, name, from);
  }

  private static boolean matches(String pattern, int at, String name, int from) {
    int star = pattern.indexOf('*', at);
    if (star < 0) {
      int rest = pattern.length() - at;
      return name.length() - from == rest && name.regionMatches(from, pattern, at, rest);
    }
    if (!name.regionMatches(from, pattern, at, star - at)) {
      return false;
    }
    for (int next = from + star - at; next <= name.length(); next++) {
      if (matches(pattern, star + 1, name, next)) {
        return true;
      }
    }
    return false;
  }

  private Wildcard() {}
}
