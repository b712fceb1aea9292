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
    "$Proxy$_$$_Weld",
    "_$$_Weld",
    "$$OwbNormalScopeProxy",
    "$$OwbInterceptProxy",
  };

  private static final String PROXY = "$Proxy";
  private static final String CLOSURE = "_closure";

  /** Whether no source file has this class. */
  static boolean generated(String className) {
    return derivedAt(className) >= 0 || proxy(className);
  }

  /**
   * The class's name without its made-up part, which includes the number of a class that Kotlin or
   * Groovy makes of a lambda in a method: {@code Api$run$1}, {@code Api$_run_closure1}. Numbers of
   * Java's anonymous classes stay.
   */
  static String stable(String className) {
    int derived = derivedAt(className);
    if (derived >= 0) {
      return className.substring(0, derived);
    }
    if (proxy(className)) {
      return className.substring(0, className.lastIndexOf(PROXY) + PROXY.length());
    }
    int hidden = className.indexOf('/'); // as in app.Api/0x00000008000c3000, a hidden class
    return withoutNumbers(hidden > 0 ? className.substring(0, hidden) : className);
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

  /** Without the numbers that follow the name of a method: a part in lower case, or a closure. */
  private static String withoutNumbers(String className) {
    StringBuilder stable = new StringBuilder(className.length());
    boolean ofMethod = false;
    int start = 0;
    while (start <= className.length()) {
      int end = className.indexOf('$', start);
      end = end < 0 ? className.length() : end;
      boolean number = allDigits(className, start, end);
      if (!number) {
        char first = start < end ? className.charAt(start) : '$';
        ofMethod = start > 0 && Character.isLowerCase(first);
      }
      if (!number || !ofMethod) {
        stable.append(start == 0 ? "" : "$").append(className, start, end);
      }
      start = end + 1;
    }
    int closure = stable.lastIndexOf(CLOSURE);
    int digits = closure + CLOSURE.length();
    return closure > 0 && allDigits(stable, digits, stable.length())
        ? stable.substring(0, digits)
        : stable.toString();
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
