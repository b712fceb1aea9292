package dev.ajar.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a suppression hides: findings with a fingerprint, of a kind, or whose line, type or jar has
 * a name like this.
 */
record SuppressionPattern(Subject subject, String name) {

  private static final int FINGERPRINT = 12;

  /** What the name is compared with. */
  enum Subject {
    SITE("site"),
    FRAME("frame"),
    TYPE("type"),
    JAR("jar"),
    KIND("kind");

    private final String word;

    Subject(String word) {
      this.word = word;
    }
  }

  /**
   * Reads {@code site:7c1e9a02b4d1} and the like.
   *
   * @throws IllegalArgumentException if it is none; the message says what is wrong
   */
  static SuppressionPattern parse(String text) {
    int colon = text.indexOf(':');
    String word = colon < 0 ? "" : text.substring(0, colon);
    for (Subject subject : Subject.values()) {
      if (subject.word.equals(word)) {
        return checked(subject, text.substring(colon + 1));
      }
    }
    throw new IllegalArgumentException(
        "does not begin with one of site:, frame:, type:, jar:, kind:");
  }

  boolean matches(Finding finding, List<Library> coverage) {
    return switch (subject) {
      case SITE -> name.equals(finding.fingerprint());
      case FRAME -> frame(finding.blame()) || frame(finding.cause());
      case TYPE -> Wildcard.matches(name, finding.type().className(), '.');
      case JAR -> jar(finding, coverage);
      case KIND -> name.equals(finding.kind().word()) || name.equals(finding.kind().family());
    };
  }

  /** The one way to write it. */
  String text() {
    return subject.word.concat(":").concat(name);
  }

  private static SuppressionPattern checked(Subject subject, String name) {
    if (name.isEmpty() || name.indexOf('"') >= 0 || name.indexOf('=') >= 0) {
      throw new IllegalArgumentException("has no name after ".concat(subject.word).concat(":"));
    }
    if (subject == Subject.SITE && !isFingerprint(name)) {
      throw new IllegalArgumentException(
          "has no fingerprint of 12 hexadecimal digits in lower case after site:");
    }
    if (subject == Subject.KIND && !isKind(name)) {
      StringBuilder known = new StringBuilder("has no kind after kind: that is one of unclosed");
      for (Kind kind : Kind.values()) {
        known.append(", ").append(kind.word());
      }
      throw new IllegalArgumentException(known.toString());
    }
    return new SuppressionPattern(subject, name);
  }

  private static boolean isFingerprint(String name) {
    for (int at = 0; at < name.length(); at++) {
      char c = name.charAt(at);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return name.length() == FINGERPRINT;
  }

  private static boolean isKind(String name) {
    for (Kind kind : Kind.values()) {
      if (name.equals(kind.word()) || name.equals(kind.family())) {
        return true;
      }
    }
    return false;
  }

  /** Of a line: its class alone, or class and method, with made-up names as they are or without. */
  private boolean frame(@Nullable Blame blame) {
    if (blame == null) {
      return false;
    }
    String stable = GeneratedNames.stable(blame.className());
    return named(blame.className())
        || named(stable)
        || named(blame.className().concat(".").concat(blame.method()))
        || named(stable.concat(".").concat(GeneratedNames.stableMethod(blame.method())));
  }

  /** Of the library's line, as the JDK prints a frame. */
  private boolean frame(@Nullable Cause cause) {
    if (cause == null) {
      return false;
    }
    int end = cause.frame().indexOf('(');
    String method = end < 0 ? cause.frame() : cause.frame().substring(0, end);
    return named(method) || named(method.substring(0, Math.max(0, method.lastIndexOf('.'))));
  }

  private boolean named(String dotted) {
    return Wildcard.matches(name, dotted, '.');
  }

  /** The jar, with its ending or without, that opened, or that the type's library came from. */
  private boolean jar(Finding finding, List<Library> coverage) {
    if (finding.cause() != null && jar(finding.cause().jar())) {
      return true;
    }
    for (Library library : coverage) {
      if (library.name().equals(finding.type().library())) {
        for (Library.Source source : library.sources()) {
          if (jar(source.name())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean jar(String file) {
    String bare = file.endsWith(".jar") ? file.substring(0, file.length() - 4) : file;
    return Wildcard.matches(name, file, Wildcard.NO_SEGMENTS)
        || Wildcard.matches(name, bare, Wildcard.NO_SEGMENTS);
  }
}
