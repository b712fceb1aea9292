package dev.ajar.report;

import java.nio.charset.Charset;

/**
 * How a text is to look.
 *
 * @param unicode whether the reader can show more than ASCII
 * @param width columns that prose is wrapped at; lines with a place in the source never are
 */
public record TextStyle(boolean unicode, int width) {

  /** Columns of a report, unless something else is asked for. */
  public static final int WIDTH = 110;

  private static final int NARROWEST = 60;

  /** Does without prose narrower than 60 columns. */
  public TextStyle {
    width = Math.max(width, NARROWEST);
  }

  /** The style for a stream that encodes with the given charset. */
  public static TextStyle of(Charset charset) {
    String name = charset.name();
    return new TextStyle(name.startsWith("UTF-") || name.equals("GB18030"), WIDTH);
  }

  /** What stands between the items of a row. */
  String separator() {
    return unicode ? " \u00b7 " : " | ";
  }

  /** What stands between a number and what it counts. */
  String times() {
    return unicode ? " \u00d7 " : " x ";
  }

  /**
   * A name from the watched process without anything that a terminal could take for a command or
   * that would break or turn the line: {@code ?} stands for each such character.
   */
  public String clean(String name) {
    StringBuilder clean = new StringBuilder(name.length());
    int at = 0;
    while (at < name.length()) {
      int point = name.codePointAt(at);
      at += Character.charCount(point);
      if (!shows(point)) {
        clean.append('?');
      } else if (unicode || point < 0x80) {
        clean.appendCodePoint(point);
      } else {
        clean.append(plain(point));
      }
    }
    return clean.toString();
  }

  private static boolean shows(int point) {
    if (point >= 0x20 && point < 0x7F) {
      return true;
    }
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static String plain(int point) {
    return switch (point) {
      case 0x00A0 -> " ";
      case 0x00B7 -> "|";
      case 0x00D7 -> "x";
      case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014 -> "-";
      case 0x2018, 0x2019 -> "'";
      case 0x201C, 0x201D -> "\"";
      case 0x2026 -> "...";
      default -> "?";
    };
  }
}
