package dev.ajar.report;

/** Text under way: lines, labelled fields and wrapped prose. */
final class Page {

  private static final int INDENT = 3;
  private static final int LABEL = 14;

  private final TextStyle style;
  private final StringBuilder text = new StringBuilder(2048);
  private int lines;

  Page(TextStyle style) {
    this.style = style;
  }

  TextStyle style() {
    return style;
  }

  /** How many lines there are. */
  int lines() {
    return lines;
  }

  /** A line as it is. */
  void line(CharSequence line) {
    text.append(line).append('\n');
    lines++;
  }

  void blank() {
    line("");
  }

  /** A field of an entry, never wrapped. */
  void field(String label, CharSequence value) {
    indented(INDENT, label);
    line(value);
  }

  /** A field of an entry, wrapped at blanks. */
  void prose(String label, CharSequence value) {
    indented(INDENT, label);
    wrapped(value, INDENT + LABEL);
  }

  /** A field of the whole report, wrapped at blanks. */
  void footer(String label, CharSequence value) {
    indented(0, label);
    wrapped(value, LABEL - 4);
  }

  /** A field of the whole report, never wrapped. */
  void path(String label, CharSequence value) {
    indented(0, label);
    line(value);
  }

  private void indented(int indent, String label) {
    int end = text.length() + (indent == 0 ? LABEL - 4 : indent + LABEL);
    blanks(indent);
    text.append(label);
    blanks(Math.max(1, end - text.length()));
  }

  private void wrapped(CharSequence value, int indent) {
    int room = style.width() - indent;
    int start = 0;
    while (value.length() - start > room) {
      int cut = cut(value, start, room);
      if (cut < 0) {
        break;
      }
      line(value.subSequence(start, cut));
      blanks(indent);
      start = cut + 1;
    }
    line(value.subSequence(start, value.length()));
  }

  /**
   * Where to break: the last blank that fits, else the first that does not; -1 if there is none.
   */
  private static int cut(CharSequence value, int start, int room) {
    int fitting = -1;
    for (int at = start + 1; at < value.length() - 1; at++) {
      if (value.charAt(at) == ' ') {
        if (at - start > room) {
          return fitting < 0 ? at : fitting;
        }
        fitting = at;
      }
    }
    return fitting;
  }

  private void blanks(int count) {
    for (int blank = 0; blank < count; blank++) {
      text.append(' ');
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
