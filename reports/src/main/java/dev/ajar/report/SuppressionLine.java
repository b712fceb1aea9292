package dev.ajar.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A suppression as it is written: {@code site:7c1e9a02b4d1 reason="JIRA-12" until=2027-01-31}.
 *
 * @param until the last day that it holds, or null for no end
 */
record SuppressionLine(
    int number, SuppressionPattern pattern, String reason, @Nullable LocalDate until) {

  private static final String REASON = "reason=";
  private static final String UNTIL = "until=";

  /**
   * Reads a line that is neither blank nor a comment.
   *
   * @throws IllegalArgumentException if it is none; the message says what is wrong
   */
  static SuppressionLine parse(int number, String line) {
    int at = wordEnd(line, 0);
    SuppressionPattern pattern = SuppressionPattern.parse(line.substring(0, at));
    String reason = null;
    LocalDate until = null;
    for (at = next(line, at); at < line.length(); at = next(line, at)) {
      if (line.startsWith(REASON, at)) {
        refuse(reason != null, "has more than one reason");
        int start = at + REASON.length();
        refuse(!line.startsWith("\"", start), "has a reason without double quotes around it");
        at = line.indexOf('"', start + 1) + 1;
        refuse(at == 0, "has a reason without a double quote at its end");
        reason = line.substring(start + 1, at - 1).strip();
      } else if (line.startsWith(UNTIL, at)) {
        refuse(until != null, "has more than one until");
        int start = at + UNTIL.length();
        at = wordEnd(line, start);
        until = day(line.substring(start, at));
      } else {
        throw new IllegalArgumentException(
            "has more than a pattern, reason=\"...\" and until=YYYY-MM-DD");
      }
    }
    refuse(reason == null, "has no reason=\"...\"");
    refuse(!says(reason), "has a reason that says nothing");
    return new SuppressionLine(number, pattern, reason == null ? "" : reason, until);
  }

  /** Whether it does not hold any more on a day, counted from 1970-01-01. */
  boolean expired(@Nullable Moment asOf) {
    return until != null && asOf != null && asOf.epochDay() > until.toEpochDay();
  }

  private static void refuse(boolean wrong, String what) {
    if (wrong) {
      throw new IllegalArgumentException(what);
    }
  }

  /** Where the next part starts, or the end of the line if a comment follows. */
  private static int next(String line, int from) {
    int at = from;
    while (at < line.length() && isBlank(line.charAt(at))) {
      at++;
    }
    return at < line.length() && at > from && line.charAt(at) == '#' ? line.length() : at;
  }

  private static int wordEnd(String line, int from) {
    int at = from;
    while (at < line.length() && !isBlank(line.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /** Whether there is a letter or digit in it; the dots of the ready-made line are no reason. */
  private static boolean says(@Nullable String reason) {
    for (int at = 0; reason != null && at < reason.length(); at++) {
      if (Character.isLetterOrDigit(reason.codePointAt(at))) {
        return true;
      }
    }
    return false;
  }

  /** A day as in {@code 2027-01-31}; a formatter would be slow to load. */
  private static LocalDate day(String text) {
    boolean shape = text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
    try {
      refuse(!shape, "");
      return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new IllegalArgumentException("has an until that is no day as in 2027-01-31", e);
    }
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int at = from; at < to; at++) {
      int digit = text.charAt(at) - '0';
      refuse(digit < 0 || digit > 9, "");
      number = 10 * number + digit;
    }
    return number;
  }
}
