package dev.ajar.agent.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All libraries. A library's file is loaded when the first class of its packages turns up, so that
 * an application without it pays for a comparison of prefixes only.
 */
public final class Catalog {

  /** The libraries' names, as the option {@code libraries} takes them. */
  public static final List<String> NAMES =
      List.of("java.net.http", "apache-httpclient-4", "apache-httpclient-5", "okhttp");

  /**
   * The library that a class belongs to, or null. Allocates nothing for a class of no library.
   *
   * @param internalName a class name with slashes
   */
  public static @Nullable Library libraryOf(String internalName) {
    if (internalName.startsWith("jdk/internal/net/http/")) {
      return JdkHttpClient.LIBRARY;
    }
    if (internalName.startsWith("org/apache/http/")) {
      return ApacheHttpClient4.LIBRARY;
    }
    if (internalName.startsWith("org/apache/hc/client5/")) {
      return ApacheHttpClient5.LIBRARY;
    }
    if (internalName.startsWith("okhttp3/")) {
      return OkHttp.LIBRARY;
    }
    return null;
  }

  private Catalog() {}
}
