package dev.ajar.agent.jfr;

/** Amounts as the settings of a recording have them. What is none means no limit. */
final class Amount {

  /** The ms of such as {@code 20 ms}; 0 for what is no span of time. */
  static long millis(String span) {
    String text = span.strip();
    int end = digits(text);
    long unit =
        switch (text.substring(end).strip()) {
          case "ms" -> 1;
          case "s" -> 1_000;
          case "m" -> 60_000;
          case "h" -> 3_600_000;
          default -> 0;
        };
    return end == 0 || end > 9 ? 0 : Long.parseLong(text.substring(0, end)) * unit;
  }

  /** How many a second such as {@code 100/s} allows; -1 for any number. */
  static double perSecond(String rate) {
    String text = rate.strip();
    int end = digits(text);
    int slash = text.indexOf('/');
    if (end == 0 || end > 9 || slash < 0) {
      return -1;
    }
    long millis = millis("1".concat(text.substring(slash + 1)));
    return millis == 0 ? -1 : Long.parseLong(text.substring(0, end)) * 1_000.0 / millis;
  }

  private static int digits(String text) {
    int end = 0;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  private Amount() {}
}
