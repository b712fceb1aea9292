package dev.ajar.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of blamed lines, where the sources lie at hand as Maven and Gradle lay them out: in
 * {@code src/main/java} and the like, below a directory or one of its own directories. A file that
 * was changed after the run began is left alone, for its lines may be others by now.
 */
public final class SourceLines {

  private static final String[] ROOTS = {
    "src/main/java", "src/test/java", "src/main/kotlin", "src/test/kotlin",
  };
  private static final int MOST_MODULES = 200;
  private static final int MOST_LINES = 1_000; // that are looked for, in all
  private static final int LONGEST = 120;
  private static final long MOST_BYTES = 4 << 20; // of a file

  private final @Nullable Path directory;
  private @Nullable List<Path> roots;
  private int asked;

  private SourceLines(@Nullable Path directory) {
    this.directory = directory;
  }

  /** No sources at hand. */
  public static SourceLines none() {
    return new SourceLines(null);
  }

  /** Those below a directory. Nothing is read before a line is asked for. */
  public static SourceLines below(Path directory) {
    return new SourceLines(directory);
  }

  /**
   * A line without the blanks around it, cut at 120 characters; null if it is not at hand.
   *
   * @param started when the run began, in ms since the epoch; null if unknown
   */
  @Nullable String of(@Nullable Blame blame, @Nullable Moment started) {
    if (directory == null || blame == null || blame.file() == null || blame.line() == null) {
      return null;
    }
    try {
      return started == null || ++asked > MOST_LINES ? null : find(blame, started);
    } catch (IOException | RuntimeException e) { // a path that cannot be, bytes that are no text
      return null;
    }
  }

  private @Nullable String find(Blame blame, Moment started) throws IOException {
    int dot = blame.className().lastIndexOf('.');
    String name = blame.className().substring(0, dot + 1).replace('.', '/') + blame.file();
    for (Path root : roots()) {
      Path file = root.resolve(name);
      if (Files.isRegularFile(file)
          && Files.size(file) <= MOST_BYTES
          && Files.getLastModifiedTime(file).toMillis() <= started.millis()) {
        return line(file, blame.line() == null ? 0 : blame.line());
      }
    }
    return null;
  }

  private List<Path> roots() throws IOException {
    if (roots == null && directory != null) {
      List<Path> found = new ArrayList<>();
      add(found, directory);
      try (DirectoryStream<Path> modules = Files.newDirectoryStream(directory)) {
        int seen = 0;
        for (Path module : modules) {
          if (++seen > MOST_MODULES) {
            break;
          }
          add(found, module);
        }
      }
      roots = found;
    }
    return roots == null ? List.of() : roots;
  }

  private static void add(List<Path> found, Path module) {
    if (Files.isDirectory(module.resolve("src"))) {
      for (String root : ROOTS) {
        Path path = module.resolve(root);
        if (Files.isDirectory(path)) {
          found.add(path);
        }
      }
    }
  }

  private static @Nullable String line(Path file, int number) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      String line = reader.readLine();
      for (int at = 1; at < number && line != null; at++) {
        line = reader.readLine();
      }
      String text = line == null ? "" : line.strip();
      return text.isEmpty() ? null : text.substring(0, Math.min(LONGEST, text.length()));
    }
  }
}
