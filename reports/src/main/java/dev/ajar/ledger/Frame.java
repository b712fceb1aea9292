package dev.ajar.ledger;

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

  /** The frame as the JDK prints it: {@code com.acme.Api.call(Api.java:17)}. */
  @Override
  public String toString() {
    String place = file == null ? "Unknown Source" : line > 0 ? file + ":" + line : file;
    return className + "." + method + "(" + place + ")";
  }
}
