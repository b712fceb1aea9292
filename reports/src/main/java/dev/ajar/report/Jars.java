package dev.ajar.report;

import dev.ajar.ledger.CodeSource;
import dev.ajar.ledger.Ledger;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells the jars of libraries from the application's own. The application's are what came from a
 * directory (as {@code BOOT-INF/classes} and {@code WEB-INF/classes} count), the jar that was
 * started, and whatever lies in the same packages as these or as the main class, by their first two
 * names. Where none of that is known, no jar is taken for a library's.
 */
final class Jars {

  private final Map<String, CodeSource> sources;
  private final @Nullable String started;
  private final Set<String> packages = new HashSet<>();

  private Jars(Map<String, CodeSource> sources, @Nullable String main) {
    this.sources = sources;
    this.started = main;
    if (main != null && !main.endsWith(".jar")) {
      add(main);
    }
    for (Map.Entry<String, CodeSource> source : sources.entrySet()) {
      String jar = source.getValue().jar();
      if (jar == null || jar.equals(started)) {
        add(source.getKey());
      }
    }
  }

  static Jars of(Ledger ledger) {
    return new Jars(ledger.codeSources(), ledger.facts().get("main"));
  }

  /** Nothing is known. */
  static Jars none() {
    return new Jars(Map.of(), null);
  }

  /** The library's jar that a class came from; null if it is the application's or unknown. */
  @Nullable CodeSource libraryOf(String className) {
    CodeSource source = sources.get(className);
    boolean library =
        source != null
            && source.jar() != null
            && !source.jar().equals(started)
            && !packages.isEmpty()
            && !packages.contains(firstTwo(className));
    return library ? source : null;
  }

  private void add(String className) {
    if (!Frameworks.own(className)) {
      packages.add(firstTwo(className));
    }
  }

  /** The first two names of its package, or as many as there are. */
  private static String firstTwo(String className) {
    int first = className.indexOf('.');
    int second = className.indexOf('.', first + 1);
    int end = second >= 0 ? second : first;
    return end < 0 ? "" : className.substring(0, end);
  }
}
