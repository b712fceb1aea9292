package dev.ajar.agent.options;

import org.jspecify.annotations.Nullable;

/**
 * One key and its value as somebody wrote them, known or not, right or wrong.
 *
 * @param value null for a bare key
 * @param source where it was written, fit to be printed
 */
record Setting(String key, @Nullable String value, String source) {

  /** The setting of {@code key=value} or of a bare {@code key}. */
  static Setting parse(String assignment, String source) {
    int equals = assignment.indexOf('=');
    return equals < 0
        ? of(assignment, null, source)
        : of(assignment.substring(0, equals), assignment.substring(equals + 1), source);
  }

  /** The setting without the blanks around its key and value and the quotes around its value. */
  static Setting of(String key, @Nullable String value, String source) {
    return new Setting(key.strip(), value == null ? null : unquoted(value.strip()), source);
  }

  /** The whole of it, for what is no key and value. */
  String text() {
    return value == null ? key : key + "=" + value;
  }

  boolean isConfig() {
    return key.equals(Option.CONFIG.key());
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
