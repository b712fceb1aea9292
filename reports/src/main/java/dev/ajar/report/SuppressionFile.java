package dev.ajar.report;

import dev.ajar.file.InputFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a file of suppressions: UTF-8, one suppression a line, blank lines and comments that
 * begin with {@code #}. A damaged line is a problem and hides nothing; all others hold.
 */
final class SuppressionFile {

  private static final int MOST_MIB = 1;
  private static final int LONGEST_LINE = 4_096;
  private static final int MOST_PROBLEMS = 20;

  private final String name;
  private final List<SuppressionLine> lines = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private int damaged;

  private SuppressionFile(String name) {
    this.name = name;
  }

  /** Reads a file; of one that cannot be read, there is a problem and no line. Never throws. */
  static SuppressionFile read(String name) {
    SuppressionFile file = new SuppressionFile(name);
    try {
      file.split(InputFile.read(name, MOST_MIB));
      if (file.damaged > MOST_PROBLEMS) {
        int more = file.damaged - MOST_PROBLEMS;
        file.problem(": ".concat(Integer.toString(more)).concat(" more lines are ignored"));
      }
    } catch (IOException e) {
      file.problem(" cannot be read: " + e.getMessage() + "; nothing is suppressed");
    }
    return file;
  }

  List<SuppressionLine> lines() {
    return lines;
  }

  List<String> problems() {
    return problems;
  }

  private void split(byte[] content) {
    int start = startsWithMark(content) ? 3 : 0;
    for (int number = 1; start < content.length; number++) {
      int end = start;
      while (end < content.length && content[end] != '\n') {
        end++;
      }
      int length = end - start;
      if (length > 0 && content[end - 1] == '\r') {
        length--;
      }
      take(number, content, start, length);
      start = end + 1;
    }
  }

  private void take(int number, byte[] content, int start, int length) {
    try {
      String line = decoded(content, start, length).strip();
      if (!line.isEmpty() && line.charAt(0) != '#') {
        lines.add(SuppressionLine.parse(number, line));
      }
    } catch (IllegalArgumentException e) {
      damaged++;
      if (damaged <= MOST_PROBLEMS) {
        problem(":" + number + " " + e.getMessage() + "; the line is ignored");
      }
    }
  }

  private static String decoded(byte[] content, int start, int length) {
    if (length > LONGEST_LINE) {
      throw new IllegalArgumentException("is longer than 4,096 bytes");
    }
    String line;
    try {
      ByteBuffer bytes = ByteBuffer.wrap(content, start, length);
      line = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("is not UTF-8 text", e);
    }
    for (int at = 0; at < line.length(); at++) {
      if (line.charAt(at) != '\t' && Character.isISOControl(line.charAt(at))) {
        throw new IllegalArgumentException("has control characters");
      }
    }
    return line;
  }

  private void problem(String rest) {
    problems.add(Suppressions.PROBLEM.concat(name).concat(rest));
  }

  /** Whether it begins with a byte order mark. */
  private static boolean startsWithMark(byte[] content) {
    return content.length >= 3
        && content[0] == (byte) 0xEF
        && content[1] == (byte) 0xBB
        && content[2] == (byte) 0xBF;
  }
}
