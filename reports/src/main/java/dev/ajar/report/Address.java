package dev.ajar.report;

/** Compares hosts, as applications write them, with addresses of sockets. */
final class Address {

  /**
   * Whether a host is certainly at an address.
   *
   * @param host such as {@code localhost:8080}; without a port it is that of HTTP or HTTPS
   * @param remote such as {@code 127.0.0.1:8080} or {@code [2001:db8::7]:443}
   */
  static boolean is(String host, String remote) {
    if (!samePort(host, remote)) {
      return false;
    }
    String name = name(host);
    String address = name(remote);
    return name.equals(address) || (name.equals("localhost") && isLoopback(address));
  }

  /** Whether a host may be at an address: a name may be anywhere, but for its port. */
  static boolean mayBe(String host, String remote) {
    String name = name(host);
    return is(host, remote)
        || (samePort(host, remote) && !isLiteral(name) && !name.equals("localhost"));
  }

  private static boolean samePort(String host, String remote) {
    String asked = port(host);
    String there = port(remote);
    return asked.isEmpty() ? there.equals("443") || there.equals("80") : asked.equals(there);
  }

  private static String name(String host) {
    int colon = colon(host);
    String name = colon < 0 ? host : host.substring(0, colon);
    return name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
  }

  private static String port(String host) {
    int colon = colon(host);
    return colon < 0 ? "" : host.substring(colon + 1);
  }

  /** Where the port begins, -1 if there is none: the last colon, but for one inside brackets. */
  private static int colon(String host) {
    int colon = host.lastIndexOf(':');
    return colon > host.lastIndexOf(']') && colon == host.indexOf(':', host.indexOf(']') + 1)
        ? colon
        : -1;
  }

  private static boolean isLoopback(String address) {
    return address.startsWith("127.") || address.equals("0:0:0:0:0:0:0:1");
  }

  private static boolean isLiteral(String name) {
    if (name.indexOf(':') >= 0) {
      return true;
    }
    for (int at = 0; at < name.length(); at++) {
      char c = name.charAt(at);
      if (c != '.' && (c < '0' || c > '9')) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private Address() {}
}
