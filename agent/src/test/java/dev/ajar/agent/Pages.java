package dev.ajar.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The pages of {@code docs/leaks}, whose code and entries are those of programs. */
final class Pages {

  static final Path ALL = Path.of("../docs/leaks");

  static List<Path> list() {
    return list(ALL);
  }

  static List<Path> list(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What stands in the blocks of a page that begin so, such as {@code java}. */
  static List<String> blocks(Path page, String begins) {
    try {
      List<String> blocks = new ArrayList<>();
      String[] parts = Files.readString(page).split("\n```" + begins + "\n", -1);
      for (int at = 1; at < parts.length; at++) {
        blocks.add(parts[at].substring(0, parts[at].indexOf("```")));
      }
      return blocks;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All entries of findings in the blocks of all pages that begin so. */
  static List<String> entries(String begins) {
    List<String> entries = new ArrayList<>();
    for (Path page : list()) {
      entries.addAll(entriesIn(String.join("\n", blocks(page, begins))));
    }
    return entries;
  }

  /** The entries of a report as text, without what differs if other leaks run beside it. */
  static List<String> entriesIn(String text) {
    return Stream.of(text.split("\n\n", -1))
        .filter(entry -> entry.matches("(?s)\\d+ .*opened at.*"))
        .map(Pages::plain)
        .toList();
  }

  private static String plain(String entry) {
    return entry
        .replaceAll("(?m)^ +(closed at)? +\\S+   closes others of this type\\n", "")
        .replaceAll("\n   (still holds|sockets) .*(\n {17}.*)*", "")
        .replaceFirst("^\\d+", "")
        .replaceAll("\\d\\d:\\d\\d:\\d\\d\\.\\d{3}", "TIME")
        .replaceAll("first TIME, last TIME", "TIME")
        .replaceAll(" \\([\\d.,]+\\s+a\\s+second\\)", "")
        .replaceAll("within\\s+[\\d,]+\\s+ms", "within N ms")
        .replaceAll("127\\.0\\.0\\.1:\\d+", "HOST")
        .replaceAll("\\b[0-9a-f]{12}\\b", "FINGERPRINT")
        .replaceAll("until=\\S+", "until=DATE")
        .replaceAll("called \\d+ times", "called N times")
        .replaceAll("\\s+", " ")
        .strip();
  }

  private Pages() {}
}
