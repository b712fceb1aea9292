package dev.ajar.agent.options;

/** The check of text that came from outside and is to stand on one line of a terminal or a log. */
final class PrintableText {
  private static final int MOST_CHARACTERS = 80;
  private static final String CUT = "...";

  private PrintableText() {}

  /** The text with {@code ?} for what cannot be printed, cut to 80 characters. */
  static String echo(String text) {
    String shown =
        text.length() <= MOST_CHARACTERS
            ? text
            : text.substring(0, MOST_CHARACTERS - CUT.length()) + CUT;
    if (isPrintable(shown)) {
      return shown;
    }
    StringBuilder echo = new StringBuilder();
    for (int i = 0; i < shown.length(); i = shown.offsetByCodePoints(i, 1)) {
      int c = shown.codePointAt(i);
      echo.appendCodePoint(isPrintable(c) ? c : '?');
    }
    return echo.toString();
  }

  /** Whether the text has no control characters, line breaks or halves of characters. */
  static boolean isPrintable(String text) {
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      if (!isPrintable(text.codePointAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPrintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }
}
