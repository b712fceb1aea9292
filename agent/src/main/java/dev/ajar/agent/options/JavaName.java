package dev.ajar.agent.options;

/** Tells names of Java's from other text. */
final class JavaName {

  /** Whether it is identifiers joined by dots: a package or a class, by binary name. */
  static boolean isQualified(String name) {
    char before = '.';
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean fits =
          before == '.'
              ? Character.isJavaIdentifierStart(c)
              : c == '.' || Character.isJavaIdentifierPart(c);
      if (!fits) {
        return false;
      }
      before = c;
    }
    return before != '.';
  }

  /** Whether it is one identifier. */
  static boolean isSimple(String name) {
    return name.indexOf('.') < 0 && isQualified(name);
  }

  private JavaName() {}
}
