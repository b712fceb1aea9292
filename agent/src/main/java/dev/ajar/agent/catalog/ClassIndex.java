package dev.ajar.agent.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Finds a watched class by its name, at home or in a copy of its library under other packages,
 * without allocating: by a hash of the name's last part, which a copy keeps.
 */
final class ClassIndex {

  private static final int BUCKETS = 1024; // a power of two, several times the watched classes

  private final @Nullable Watched[] buckets = new Watched[BUCKETS];
  private @Nullable Watched patterns;

  /**
   * A watched class.
   *
   * @param library where its rules are
   * @param tail its name after the root of its library; a {@code *} stands for any letters
   * @param next another class, in the same bucket
   */
  record Watched(Catalog.Entry library, String tail, @Nullable Watched next) {

    /** Where the library lies that a class found to be this one belongs to, with slashes. */
    String rootOf(String name) {
      return isPattern() ? library.root() : name.substring(0, name.length() - tail.length());
    }

    private boolean isPattern() {
      return tail.indexOf('*') >= 0;
    }

    private boolean is(String name) {
      String root = library.root();
      if (isPattern()) {
        return name.startsWith(root) && Wildcard.matches(tail, name, root.length());
      }
      return name.endsWith(tail) && isRoot(name, name.length() - tail.length());
    }

    // A copy keeps the whole root behind other packages, as in io/grpc/netty/shaded/io/netty/, or
    // all of a long one but its first, as in com/amazonaws/thirdparty/apache/http/.
    private boolean isRoot(String name, int length) {
      String root = library.root();
      if (length == root.length()) {
        return name.startsWith(root);
      }
      int second = root.indexOf('/') + 1;
      boolean isLong = second < root.length() && root.indexOf('/', second) < root.length() - 1;
      return endsInPackage(name, length, root, 0)
          || (isLong && endsInPackage(name, length, root, second));
    }

    private static boolean endsInPackage(String name, int length, String root, int from) {
      int kept = root.length() - from;
      int start = length - kept;
      return start > 0
          && name.charAt(start - 1) == '/'
          && name.regionMatches(start, root, from, kept);
    }
  }

  void add(Catalog.Entry library) {
    for (String tail : library.classes()) {
      if (tail.indexOf('*') >= 0) {
        patterns = new Watched(library, tail, patterns);
      } else {
        int bucket = bucket(tail);
        buckets[bucket] = new Watched(library, tail, buckets[bucket]);
      }
    }
  }

  /** The watched class that a name with slashes is of, or null. */
  @Nullable Watched find(String name) {
    Watched at = buckets[bucket(name)];
    while (at != null && !at.is(name)) {
      at = at.next;
    }
    if (at == null) {
      at = patterns;
      while (at != null && !at.is(name)) {
        at = at.next;
      }
    }
    return at;
  }

  private static int bucket(String name) {
    int hash = 0;
    for (int at = name.length() - 1; at >= 0 && name.charAt(at) != '/'; at--) {
      hash = hash * 31 + name.charAt(at);
    }
    return (hash ^ hash >>> 10) & (BUCKETS - 1);
  }
}
