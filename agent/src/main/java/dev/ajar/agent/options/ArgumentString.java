package dev.ajar.agent.options;

import java.util.List;

/**
 * The agent's arguments, {@code key=value,key=value}. A comma between two double quotes belongs to
 * the value; a quote without a second one hides no comma. The methods of {@code track} are joined
 * by commas, and so go on where what follows is no other setting.
 */
final class ArgumentString {
  private static final String TRACK = Option.TRACK.key() + "=";
  private static final String SOURCE = "agent arguments";

  private ArgumentString() {}

  static void addSettings(String arguments, List<Setting> given) {
    int from = 0;
    while (from < arguments.length()) {
      int end = endOfSetting(arguments, from);
      if (arguments.startsWith(TRACK, from)) {
        while (end < arguments.length() && isMethod(arguments, end + 1)) {
          end = endOfSetting(arguments, end + 1);
        }
      }
      String assignment = arguments.substring(from, end);
      if (!assignment.isBlank()) {
        given.add(Setting.parse(assignment, SOURCE));
      }
      from = end + 1;
    }
  }

  private static boolean isMethod(String arguments, int from) {
    String word = arguments.substring(from, endOfSetting(arguments, from)).strip();
    return word.indexOf('=') < 0 && Option.of(word) == null;
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
