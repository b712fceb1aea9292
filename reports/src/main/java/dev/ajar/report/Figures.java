package dev.ajar.report;

/** Writes numbers without a formatter. */
final class Figures {

  /** No count is above this; sums of as many as there are places stay in range. */
  private static final long MOST = 1L << 48;

  /** A count as it was read, which from a damaged or moving ledger may be anything. */
  static long count(long read) {
    return Math.min(Math.max(0, read), MOST);
  }

  /** As in {@code 1,024}. */
  static String grouped(long value) {
    StringBuilder digits = new StringBuilder().append(value);
    int first = value < 0 ? 1 : 0;
    for (int at = digits.length() - 3; at > first; at -= 3) {
      digits.insert(at, ',');
    }
    return digits.toString();
  }

  /** As in {@code 12.9}, for what is not negative. */
  static String tenths(double value) {
    long tenths = Math.round(value * 10);
    StringBuilder digits = new StringBuilder(grouped(tenths / 10));
    return digits.append('.').append(tenths % 10).toString();
  }

  /** As in {@code 00:42:10}; hours may have more digits. */
  static void clock(StringBuilder to, long seconds) {
    padded(to, seconds / 3600, 2);
    to.append(':');
    padded(to, seconds / 60 % 60, 2);
    to.append(':');
    padded(to, seconds % 60, 2);
  }

  /** As in {@code 16 ms}, {@code 4 s}, {@code 17 min}; whole seconds from one on. */
  static void duration(StringBuilder to, long millis) {
    if (millis < 1_000) {
      to.append(millis).append(" ms");
    } else if (millis < 600_000) {
      to.append(millis / 1_000).append(" s");
    } else {
      to.append(grouped(millis / 60_000)).append(" min");
    }
  }

  /** With zeros in front, up to the given number of digits. */
  static void padded(StringBuilder to, long value, int digits) {
    long bound = 10;
    for (int digit = 1; digit < digits; digit++) {
      if (value < bound) {
        to.append('0');
      }
      bound *= 10;
    }
    to.append(value);
  }

  private Figures() {}
}
