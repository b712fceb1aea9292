package dev.ajar.report;

/**
 * Names of classes and methods that a compiler or a framework makes up, and that a new build may
 * number anew.
 */
final class GeneratedNames {

  /** What stands between the name of a class and the made-up rest of one derived from it. */
  private static final String[] DERIVED = {
    "$$Lambda",
    "$$EnhancerBy",
    "$$FastClassBy",
    "$$KeyFactoryBy",
    "$$SpringCGLIB$$",
    "$MockitoMock$",
    "$ByteBuddy$",
    "$HibernateProxy$",
    "_$$_jvst",
  };

  private static final String PROXY = "$Proxy";

  /** Whether no source file has this class. */
  static boolean generated(String className) {
    return derivedAt(className) >= 0 || proxy(className);
  }

  /** The class's name without its made-up part; numbers of anonymous classes stay. */
  static String stable(String className) {
    int derived = derivedAt(className);
    if (derived >= 0) {
      return className.substring(0, derived);
    }
    return proxy(className)
        ? className.substring(0, className.lastIndexOf(PROXY) + PROXY.length())
        : className;
  }

  /**
   * The method's name without made-up numbers: {@code lambda$run$0} is {@code lambda$run}, {@code
   * access$100} is {@code access}.
   */
  static String stableMethod(String method) {
    boolean lambda = method.startsWith("lambda$");
    StringBuilder stable = new StringBuilder(method.length());
    int start = 0;
    while (start <= method.length()) {
      int end = method.indexOf('$', start);
      end = end < 0 ? method.length() : end;
      if (start == 0 || !(allDigits(method, start, end) || (lambda && hash(method, start, end)))) {
        stable.append(start == 0 ? "" : "$").append(method, start, end);
      }
      start = end + 1;
    }
    return withoutDash(stable);
  }

  private static int derivedAt(String className) {
    for (String mark : DERIVED) {
      int at = className.indexOf(mark);
      if (at > 0) {
        return at;
      }
    }
    return -1;
  }

  /** Whether it is a dynamic proxy's name, as in {@code jdk.proxy2.$Proxy12}. */
  private static boolean proxy(String className) {
    int at = className.lastIndexOf(PROXY);
    return at >= 0
        && (at == 0 || className.charAt(at - 1) == '.')
        && allDigits(className, at + PROXY.length(), className.length());
  }

  /** Kotlin's {@code run$lambda-0}. */
  private static String withoutDash(StringBuilder method) {
    int dash = method.lastIndexOf("-");
    return dash > 0 && allDigits(method, dash + 1, method.length())
        ? method.substring(0, dash)
        : method.toString();
  }

  private static boolean allDigits(CharSequence text, int start, int end) {
    for (int at = start; at < end; at++) {
      if (text.charAt(at) < '0' || text.charAt(at) > '9') {
        return false;
      }
    }
    return end > start;
  }

  /** The hash in the name of a serializable lambda, {@code lambda$run$3bda29f1$1}. */
  private static boolean hash(String text, int start, int end) {
    boolean digit = false;
    for (int at = start; at < end; at++) {
      if (Character.digit(text.charAt(at), 16) < 0) {
        return false;
      }
      digit |= text.charAt(at) <= '9';
    }
    return digit && end - start >= 6 && end - start <= 8;
  }

  private GeneratedNames() {}
}
