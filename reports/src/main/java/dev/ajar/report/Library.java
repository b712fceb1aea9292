package dev.ajar.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A library that was watched.
 *
 * @param name the library as users call it
 * @param opened whether anything of it was opened
 * @param sources the jars or modules its classes came from
 */
public record Library(String name, boolean opened, List<Source> sources) {

  /** Keeps the sources as they are now. */
  public Library {
    sources = List.copyOf(sources);
  }

  /**
   * A jar or module.
   *
   * @param name file name of the jar, or the module's name
   * @param version its version if known
   * @param newestTested the newest version, of the same major version if there is one, that Ajar is
   *     tested with; null if it is not tested with any
   * @param classes the watched classes that it holds
   */
  public record Source(
      String name, @Nullable String version, @Nullable String newestTested, List<Met> classes) {

    /** Keeps the classes as they are now. */
    public Source {
      classes = List.copyOf(classes);
    }

    /** Whether it is newer than what Ajar is tested with. */
    public boolean untested() {
      return version != null
          && newestTested != null
          && TestedVersions.isNewer(version, newestTested);
    }
  }

  /**
   * A watched class.
   *
   * @param missing methods that Ajar looked for and the class has not
   */
  public record Met(String className, List<String> missing) {

    /** Keeps the methods as they are now. */
    public Met {
      missing = List.copyOf(missing);
    }
  }
}
