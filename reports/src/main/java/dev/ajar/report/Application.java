package dev.ajar.report;

import dev.ajar.ledger.CodeSource;
import dev.ajar.ledger.Frame;
import dev.ajar.ledger.Ledger;
import dev.ajar.ledger.ResourceType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells the application's frames from all others. */
final class Application {

  private final List<String> packages;
  private final Jars jars;

  private Application(List<String> packages, Jars jars) {
    this.packages = packages;
    this.jars = jars;
  }

  /**
   * The application of a run: its packages as the fact {@code app} tells, joined by {@code +}, or
   * whatever is not the JDK's, the library's own or a framework's.
   */
  static Application of(Ledger ledger) {
    String packages = ledger.facts().get("app");
    return new Application(packages == null ? List.of() : split(packages, '+'), Jars.of(ledger));
  }

  /** The application as its packages tell, joined by {@code +}; no jar is known. */
  static Application named(String packages) {
    return new Application(split(packages, '+'), Jars.none());
  }

  /**
   * Index of the frame to blame for an opening or a close, -1 only for an empty stack. Without a
   * frame of the application it is the one that called the library or, where that is a thread or a
   * reflective call of the JDK, what it called.
   */
  int blamed(List<Frame> stack, ResourceType type) {
    for (int at = 0; at < stack.size(); at++) {
      if (mayBeBlamed(stack.get(at).className(), type)) {
        return at;
      }
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
    if (foreign < 0) {
      return stack.isEmpty() ? -1 : 0;
    }
    return foreign > 0 && Frameworks.dispatches(stack.get(foreign).className())
        ? foreign - 1
        : foreign;
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
    return mayBeBlamed(className, type) && libraryOf(className) == null;
  }

  /** Whether it is neither the JDK's nor the opened resource's own library's. */
  boolean couldOpen(String className, ResourceType type) {
    return !Frameworks.ofJdk(className)
        && !isOf(type, className)
        && !GeneratedNames.generated(className);
  }

  /** The library's jar that a class came from; null if it is the application's or unknown. */
  @Nullable CodeSource libraryOf(String className) {
    return packages.isEmpty() || !isNamed(className) ? jars.libraryOf(className) : null;
  }

  /**
   * Whether a class is the application's or, as far as its name tells, may be. A library that is
   * not among the frameworks is blamed at its own line, and said to be one.
   */
  private boolean mayBeBlamed(String className, ResourceType type) {
    if (GeneratedNames.generated(className)) {
      return false;
    }
    if (packages.isEmpty()) {
      return !Frameworks.own(className) && !isOf(type, className);
    }
    return isNamed(className);
  }

  private boolean isNamed(String className) {
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
