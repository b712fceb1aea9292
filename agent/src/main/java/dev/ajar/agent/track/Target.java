package dev.ajar.agent.track;

import org.jspecify.annotations.Nullable;

/** The host and port in the text of a request, a URL or a host object, and nothing else of it. */
final class Target {

  private static final int LONGEST = 255;

  /**
   * Such as {@code api.example.org:8443} of {@code https://me:secret@api.example.org:8443/a?b GET};
   * null if the text names no host.
   */
  static @Nullable String in(String text) {
    int scheme = text.indexOf("://");
    int start = scheme < 0 ? 0 : scheme + 3;
    int end = start;
    while (end < text.length() && !endsAuthority(text.charAt(end))) {
      if (text.charAt(end) == '@') {
        start = end + 1;
      }
      end++;
    }
    return end == start || end - start > LONGEST ? null : text.substring(start, end);
  }

  private static boolean endsAuthority(char c) {
    return c == '/' || c == '?' || c == '#' || c <= ' ' || c == '\\';
  }

  private Target() {}
}
