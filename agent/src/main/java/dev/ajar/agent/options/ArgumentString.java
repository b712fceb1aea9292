package dev.ajar.agent.options;

import java.util.List;

/**
 * The agent's arguments, {@code key=value,key=value}. A comma between two double quotes belongs to
 * the value; a quote without a second one hides no comma.
 */
final class ArgumentString {
  private static final String SOURCE = "agent arguments";

  private ArgumentString() {}

  static void addSettings(String arguments, List<Setting> given) {
    int from = 0;
    while (from < arguments.length()) {
      int end = endOfSetting(arguments, from);
      String assignment = arguments.substring(from, end);
      if (!assignment.isBlank()) {
        given.add(Setting.parse(assignment, SOURCE));
      }
      from = end + 1;
    }
  }

  private static int endOfSetting(String arguments, int from) {
    int i = from;
    while (i < arguments.length() && arguments.charAt(i) != ',') {
      int closingQuote = arguments.charAt(i) == '"' ? arguments.indexOf('"', i + 1) : -1;
      i = Math.max(i, closingQuote) + 1;
    }
    return i;
  }
}
