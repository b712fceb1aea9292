package dev.ajar.report;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The name of a report's file, from the pattern that the user gave. */
public final class ReportName {

  private static final int LONGEST_VALUE = 100;

  private final String service;
  private final String host;
  private final long pid;
  private final long started;

  /**
   * What the placeholders stand for.
   *
   * @param started in ms since the epoch
   */
  public ReportName(String service, String host, long pid, long started) {
    this.service = service;
    this.host = host;
    this.pid = pid;
    this.started = started;
  }

  /**
   * A path without its ending.
   *
   * @param pattern {@code %s} stands for the service, {@code %h} for the host, {@code %p} for the
   *     pid, {@code %t} for the start in UTC, {@code %{NAME}} for an environment variable and
   *     {@code %%} for a percent sign
   */
  public String of(String pattern) {
    StringBuilder name = new StringBuilder();
    int at = 0;
    while (at < pattern.length()) {
      char c = pattern.charAt(at++);
      if (c != '%' || at == pattern.length()) {
        name.append(c);
        continue;
      }
      char placeholder = pattern.charAt(at++);
      int end = placeholder == '{' ? pattern.indexOf('}', at) : -1;
      if (end >= 0) {
        name.append(variable(pattern.substring(at, end)));
        at = end + 1;
      } else {
        name.append(value(placeholder));
      }
    }
    return name.toString();
  }

  private String value(char placeholder) {
    return switch (placeholder) {
      case 's' -> plain(service);
      case 'h' -> plain(host);
      case 'p' -> Long.toString(pid);
      case 't' -> time();
      case '%' -> "%";
      default -> "%" + placeholder;
    };
  }

  private static String variable(String name) {
    String value = System.getenv(name);
    return value == null ? "unset" : plain(value);
  }

  /** Such as {@code 20261121T091400Z}. */
  private String time() {
    LocalDateTime time =
        LocalDateTime.ofEpochSecond(Math.floorDiv(started, 1000L), 0, ZoneOffset.UTC);
    StringBuilder text = new StringBuilder();
    two(text, time.getYear() / 100);
    two(text, time.getYear() % 100);
    two(text, time.getMonthValue());
    two(text, time.getDayOfMonth());
    text.append('T');
    two(text, time.getHour());
    two(text, time.getMinute());
    two(text, time.getSecond());
    return text.append('Z').toString();
  }

  private static void two(StringBuilder text, int number) {
    text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }

  /** A value as a part of a file's name: it cannot lead into another directory. */
  private static String plain(String value) {
    StringBuilder name = new StringBuilder(value.length());
    for (int at = 0; at < value.length() && at < LONGEST_VALUE; at++) {
      char c = value.charAt(at);
      boolean inside = c == '.' && at > 0; // no name is . or ..
      boolean kept = c < 0x7F && (Character.isLetterOrDigit(c) || c == '-' || c == '_' || inside);
      name.append(kept ? c : '_');
    }
    return name.length() == 0 ? "_" : name.toString();
  }
}
