package dev.ajar.report;

/**
 * Compares names with patterns: {@code *} stands for anything within a segment, {@code **} for
 * anything at all. Takes time in proportion to the product of the two lengths, whatever they are.
 */
final class Wildcard {

  /** In the place of a separator, where a name has no segments. */
  static final char NO_SEGMENTS = '\0';

  /**
   * Whether a pattern matches a whole name.
   *
   * @param separator what ends a segment
   */
  static boolean matches(String pattern, String name, char separator) {
    int star = pattern.indexOf('*');
    if (star < 0) {
      return pattern.equals(name);
    }
    if (!name.regionMatches(0, pattern, 0, star)) {
      return false;
    }
    boolean[] reached = new boolean[name.length() + 1]; // how far the pattern can have come
    reached[star] = true;
    for (int at = star; at < pattern.length(); at++) {
      if (pattern.charAt(at) != '*') {
        literal(pattern.charAt(at), name, reached);
        continue;
      }
      boolean across = at + 1 < pattern.length() && pattern.charAt(at + 1) == '*';
      anything(name, reached, across ? NO_SEGMENTS : separator);
      at += across ? 1 : 0;
    }
    return reached[name.length()];
  }

  private static void literal(char c, String name, boolean[] reached) {
    for (int at = name.length(); at > 0; at--) {
      reached[at] = reached[at - 1] && name.charAt(at - 1) == c;
    }
    reached[0] = false;
  }

  private static void anything(String name, boolean[] reached, char separator) {
    for (int at = 1; at <= name.length(); at++) {
      char c = name.charAt(at - 1);
      reached[at] |= reached[at - 1] && (separator == NO_SEGMENTS || c != separator);
    }
  }

  private Wildcard() {}
}
