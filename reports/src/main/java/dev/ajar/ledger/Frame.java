package dev.ajar.ledger;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One frame of a stack.
 *
 * @param className binary name of the declaring class
 * @param method method name
 * @param file source file name, if the class file tells
 * @param line line number from 1, or {@value #NO_LINE} if unknown
 */
public record Frame(String className, String method, @Nullable String file, int line) {

  /** The line number of a frame whose class file tells none. */
  public static final int NO_LINE = -1;

  // By hand, all three: what javac makes of a record, or of a string in pieces, loads some 130
  // classes of method handles at its first call, which is the application's first opening.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Frame frame
        && line == frame.line
        && method.equals(frame.method)
        && className.equals(frame.className)
        && Objects.equals(file, frame.file);
  }

  @Override
  public int hashCode() {
    return (className.hashCode() * 31 + method.hashCode()) * 31 + line;
  }

  /** The frame as the JDK prints it: {@code com.acme.Api.call(Api.java:17)}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(className).append('.').append(method).append('(');
    text.append(file == null ? "Unknown Source" : file);
    if (file != null && line > 0) {
      text.append(':').append(line);
    }
    return text.append(')').toString();
  }
}
