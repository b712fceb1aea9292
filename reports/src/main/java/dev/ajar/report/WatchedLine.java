package dev.ajar.report;

import java.util.ArrayList;
import java.util.List;

/** What was watched: each library with the jars or modules it came from. */
final class WatchedLine {

  private static final String UNTESTED = "untested version: newest tested is ";

  /** All in one row; what nothing was opened of is marked. */
  static StringBuilder of(List<Library> coverage, TextStyle style) {
    return row(coverage, style, style.separator(), " (nothing opened)");
  }

  /** All in one row, as a part of a sentence. */
  static StringBuilder inSentence(List<Library> coverage, TextStyle style) {
    return row(coverage, style, ", ", "");
  }

  private static StringBuilder row(
      List<Library> coverage, TextStyle style, String separator, String unopened) {
    StringBuilder line = new StringBuilder();
    for (Library library : coverage) {
      if (line.length() > 0) {
        line.append(separator);
      }
      line.append(style.clean(library.name()));
      sources(line, library, style);
      if (!library.opened()) {
        line.append(unopened);
      }
    }
    return line.length() > 0 ? line : line.append("nothing: no known client was loaded");
  }

  /** Lines on methods that Ajar looked for and did not find. */
  static List<String> missing(List<Library> coverage, TextStyle style) {
    List<String> lines = new ArrayList<>();
    for (Library library : coverage) {
      for (Library.Source source : library.sources()) {
        for (Library.Met met : source.classes()) {
          if (!met.missing().isEmpty()) {
            lines.add(missing(source, met, style));
          }
        }
      }
    }
    return lines;
  }

  private static void sources(StringBuilder line, Library library, TextStyle style) {
    for (Library.Source source : library.sources()) {
      if (source.name().endsWith(".jar")) {
        line.append(" (").append(style.clean(source.name()));
        String version = source.version();
        if (version != null && !source.name().contains(version)) {
          line.append(", ").append(style.clean(version));
        }
        if (source.untested()) {
          line.append(", ").append(UNTESTED).append(source.newestTested());
        }
        line.append(')');
        continue;
      }
      if (!source.name().equals(library.name())) {
        line.append(" (").append(style.clean(source.name())).append(')');
      }
      if (source.version() != null) {
        line.append(' ').append(style.clean(source.version()));
      }
      if (source.untested()) {
        line.append(" (").append(UNTESTED).append(source.newestTested()).append(')');
      }
    }
  }

  private static String missing(Library.Source source, Library.Met met, TextStyle style) {
    StringBuilder line = new StringBuilder(style.clean(met.className()));
    line.append(" (").append(style.clean(source.name())).append(") has no ");
    for (int at = 0; at < met.missing().size(); at++) {
      line.append(at == 0 ? "" : ", ").append(style.clean(met.missing().get(at)));
    }
    return line.toString();
  }

  private WatchedLine() {}
}
