package dev.ajar.report;

import dev.ajar.ledger.Frame;
import dev.ajar.ledger.ResourceType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells the application's frames from all others. */
final class Application {

  private final List<String> packages;

  private Application(List<String> packages) {
    this.packages = packages;
  }

  /**
   * The application of a run.
   *
   * @param packages its packages joined by {@code +}; null or empty: whatever is not the JDK's, the
   *     library's own or a framework's
   */
  static Application of(@Nullable String packages) {
    return new Application(packages == null ? List.of() : split(packages, '+'));
  }

  /** Index of the frame to blame for an opening or a close, -1 only for an empty stack. */
  int blamed(List<Frame> stack, ResourceType type) {
    int own = next(stack, 0, type);
    if (own >= 0) {
      return own;
    }
    int foreign = -1;
    for (int at = 0; at < stack.size(); at++) {
      String className = stack.get(at).className();
      if (!isOf(type, className)) {
        if (!Frameworks.own(className) && !GeneratedNames.generated(className)) {
          return at;
        }
        foreign = foreign < 0 ? at : foreign;
      }
    }
    return foreign >= 0 ? foreign : stack.isEmpty() ? -1 : 0;
  }

  /** Index of the first frame of the application at or after {@code from}, or -1. */
  int next(List<Frame> stack, int from, ResourceType type) {
    for (int at = from; at < stack.size(); at++) {
      if (owns(stack.get(at).className(), type)) {
        return at;
      }
    }
    return -1;
  }

  /** Whether a class is the application's. */
  boolean owns(String className, ResourceType type) {
    if (GeneratedNames.generated(className)) {
      return false;
    }
    if (packages.isEmpty()) {
      return !Frameworks.own(className) && !isOf(type, className);
    }
    for (String prefix : packages) {
      if (within(className, prefix)) {
        return true;
      }
    }
    return false;
  }

  /** The parts of a text between separators, without empty ones. */
  static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int end = text.indexOf(separator, start);
      end = end < 0 ? text.length() : end;
      String part = text.substring(start, end).strip();
      if (!part.isEmpty()) {
        parts.add(part);
      }
      start = end + 1;
    }
    return parts;
  }

  private static boolean isOf(ResourceType type, String className) {
    for (String prefix : type.packages()) {
      if (className.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a package, or class, named by {@code prefix} is or holds the class. */
  private static boolean within(String className, String prefix) {
    if (!className.startsWith(prefix)) {
      return false;
    }
    if (className.length() == prefix.length() || prefix.endsWith(".")) {
      return true;
    }
    char next = className.charAt(prefix.length());
    return next == '.' || next == '$';
  }
}
