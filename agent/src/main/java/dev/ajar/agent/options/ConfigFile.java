package dev.ajar.agent.options;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * The file that {@code config} or {@code rules} names: UTF-8, at most 1 MiB, one setting a line.
 * Blank lines and lines that start with {@code #} say nothing.
 */
final class ConfigFile {
  private static final int MOST_BYTES = 1 << 20;

  private final String name;
  private final String text;
  private int position;
  private int line;

  private ConfigFile(String name, String text) {
    this.name = PrintableText.echo(name);
    this.text = text;
    this.position = text.startsWith("\uFEFF") ? 1 : 0;
  }

  /**
   * Reads the file; one that cannot be read is a problem and has no settings.
   *
   * @param option the one that names it
   */
  static ConfigFile open(String name, String option, Problems problems) {
    try {
      return new ConfigFile(name, decoded(content(Path.of(name))));
    } catch (IOException | RuntimeException e) {
      problems.unreadable(option, name, reason(e));
      return new ConfigFile(name, "");
    }
  }

  /** The next setting, in the order of the lines; null after the last. */
  @Nullable Setting next() {
    while (position < text.length()) {
      int lineFeed = text.indexOf('\n', position);
      int end = lineFeed < 0 ? text.length() : lineFeed;
      String assignment = text.substring(position, end).strip();
      position = end + 1;
      line++;
      if (!assignment.isEmpty() && assignment.charAt(0) != '#') {
        return Setting.parse(assignment, name + ":" + line);
      }
    }
    return null;
  }

  private static byte[] content(Path path) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
    if (attributes.isDirectory()) {
      throw new IOException("it is a directory");
    }
    if (!attributes.isRegularFile()) {
      // Opening a pipe that nobody writes to would never return.
      throw new IOException("it is not a regular file");
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] content = in.readNBytes(MOST_BYTES + 1);
      if (content.length > MOST_BYTES) {
        throw new IOException("it is larger than 1 MiB");
      }
      return content;
    }
  }

  private static String decoded(byte[] content) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    if (text.indexOf('\0') >= 0) {
      throw new CharacterCodingException();
    }
    return text;
  }

  /** Why the file cannot be read, to follow a colon. */
  static String reason(Exception e) {
    if (e instanceof NoSuchFileException) {
      return "no such file";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof CharacterCodingException) {
      return "it is not UTF-8 text";
    }
    if (e instanceof InvalidPathException) {
      return "its name is not a path here";
    }
    String detail = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return detail == null ? e.toString() : detail;
  }
}
