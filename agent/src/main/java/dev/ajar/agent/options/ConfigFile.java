package dev.ajar.agent.options;

import dev.ajar.file.InputFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The file that {@code config} or {@code rules} names: UTF-8, at most 1 MiB, one setting a line.
 * Blank lines and lines that start with {@code #} say nothing.
 */
final class ConfigFile {
  private static final int MOST_MIB = 1;

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
      return new ConfigFile(name, decoded(InputFile.read(name, MOST_MIB)));
    } catch (CharacterCodingException e) {
      problems.unreadable(option, name, "it is not UTF-8 text");
      return new ConfigFile(name, "");
    } catch (IOException e) {
      problems.unreadable(option, name, String.valueOf(e.getMessage()));
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

  private static String decoded(byte[] content) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    if (text.indexOf('\0') >= 0) {
      throw new CharacterCodingException();
    }
    return text;
  }
}
