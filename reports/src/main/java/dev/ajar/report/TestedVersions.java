package dev.ajar.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which versions of libraries and JDKs Ajar is tested with. A version counts as tested up to the
 * newest one of its major version that is, or up to the newest of all if none of that major version
 * is.
 */
final class TestedVersions {

  private static final String JDK = "jdk";

  /**
   * The newest tested version that a jar or module has to be measured by.
   *
   * @param source file name of the jar, or name of the module
   * @param version of the jar, or of the JDK that has the module
   * @return null if no version of it is tested, or its own is not known
   */
  static @Nullable String newest(String source, @Nullable String version) {
    String artifact = version == null ? null : artifact(source, version);
    if (artifact == null || version == null) {
      return null;
    }
    String ofMajor = null;
    String ofAll = null;
    for (String line : Tested.VERSIONS) {
      int blank = line.indexOf(' ');
      if (!line.startsWith(artifact) || blank != artifact.length()) {
        continue;
      }
      String tested = line.substring(blank + 1);
      if (ofAll == null || isNewer(tested, ofAll)) {
        ofAll = tested;
      }
      if (isOfOneMajor(tested, version) && (ofMajor == null || isNewer(tested, ofMajor))) {
        ofMajor = tested;
      }
    }
    return ofMajor != null ? ofMajor : ofAll;
  }

  private static @Nullable String artifact(String source, String version) {
    if (!source.endsWith(".jar")) {
      return source.startsWith("java.") || source.startsWith("jdk.") ? JDK : null;
    }
    int end = source.length() - ".jar".length() - version.length() - 1;
    return end > 0 && source.startsWith(version, end + 1) ? source.substring(0, end) : null;
  }

  /** Compares as many numbers as the second has: 25.0.4 is not newer than 25. */
  static boolean isNewer(String version, String than) {
    List<Long> ours = numbers(version);
    List<Long> theirs = numbers(than);
    for (int at = 0; at < theirs.size(); at++) {
      int order = at < ours.size() ? Long.compare(ours.get(at), theirs.get(at)) : -1;
      if (order != 0) {
        return order > 0;
      }
    }
    return false;
  }

  private static boolean isOfOneMajor(String version, String other) {
    List<Long> numbers = numbers(version);
    List<Long> others = numbers(other);
    return !numbers.isEmpty() && !others.isEmpty() && numbers.get(0).equals(others.get(0));
  }

  private static List<Long> numbers(String version) {
    List<Long> numbers = new ArrayList<>();
    long number = -1;
    for (int at = 0; at <= version.length(); at++) {
      int digit = at < version.length() ? Character.digit(version.charAt(at), 10) : -1;
      if (digit >= 0) {
        number = Math.max(number, 0) * 10 + digit;
      } else if (number >= 0) {
        numbers.add(number);
        number = -1;
      }
    }
    return numbers;
  }

  private TestedVersions() {}
}
