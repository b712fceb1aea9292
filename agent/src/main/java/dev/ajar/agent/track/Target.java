package dev.ajar.agent.track;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** The host and port in the text of a request, a URL or a host object, and nothing else of it. */
final class Target {

  private static final int LONGEST = 255;
  private static final String NAMED_URI = "{uri="; // as Reactor Netty writes a request

  /**
   * Such as {@code api.example.org:8443} of {@code https://me:secret@api.example.org:8443/a?b GET};
   * null if the text does not begin with a scheme and a host.
   */
  static @Nullable String in(String text) {
    int start = afterScheme(text);
    int end = start;
    while (end < text.length() && !endsAuthority(text.charAt(end))) {
      if (text.charAt(end) == '@') {
        start = end + 1;
      }
      end++;
    }
    return isHost(text, start, end) ? text.substring(start, end) : null;
  }

  /**
   * Such as {@code api.example.org:8443}; null for what is anything else than a host, alone or with
   * a port. No name is looked up for it.
   */
  static @Nullable String host(Object host) {
    String text =
        host instanceof InetSocketAddress address
            ? bracketed(address.getHostString()) + ':' + address.getPort()
            : host.toString();
    return isHost(text, 0, text.length()) ? text : null;
  }

  private static String bracketed(String host) {
    return host.indexOf(':') < 0 ? host : '[' + host + ']';
  }

  /** Where the authority begins; the text's end if it begins with no scheme. */
  private static int afterScheme(String text) {
    int at = text.startsWith(NAMED_URI) ? NAMED_URI.length() : 0;
    int start = at;
    while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    return at > start && text.startsWith("://", at) ? at + 3 : text.length();
  }

  private static boolean endsAuthority(char c) {
    return c == '/' || c == '?' || c == '#' || c <= ' ' || c == '\\';
  }

  /** Whether a name or an address stands there, and at most a port after it. */
  private static boolean isHost(String text, int start, int end) {
    int at = text.startsWith("[", start) ? text.indexOf(']', start) + 1 : start;
    while (at < end && isInName(text.charAt(at))) {
      at++;
    }
    boolean named = at > start && end - start <= LONGEST;
    if (at < end && text.charAt(at) == ':') {
      at++;
    }
    while (at < end && Character.isDigit(text.charAt(at))) {
      at++;
    }
    return named && at == end;
  }

  private static boolean isInName(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_';
  }

  private Target() {}
}
