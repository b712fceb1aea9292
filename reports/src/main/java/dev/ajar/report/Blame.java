package dev.ajar.report;

import dev.ajar.ledger.Frame;
import org.jspecify.annotations.Nullable;

/**
 * The line to look at.
 *
 * @param file source file, if the class file tells
 * @param line line number from 1, if the class file tells
 * @param application whether it is the application's code; false where the stack has none of it
 */
public record Blame(
    String className,
    String method,
    @Nullable String file,
    @Nullable Integer line,
    boolean application) {

  static Blame of(Frame frame, boolean application) {
    Integer line = frame.line() > 0 ? frame.line() : null;
    return new Blame(frame.className(), frame.method(), frame.file(), line, application);
  }

  /** As the JDK prints a frame: {@code com.acme.Api.call(Api.java:17)}. */
  public String at() {
    return new Frame(className, method, file, line == null ? Frame.NO_LINE : line).toString();
  }
}
