package dev.ajar.agent.fork;

import dev.ajar.agent.catalog.Catalog;
import dev.ajar.agent.catalog.Library;
import dev.ajar.agent.catalog.Point;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One version of a client library that programs are run with.
 *
 * @param name of its jar and version, such as {@code okhttp-3.14.9}; {@code java.net.http} for the
 *     JDK's own
 * @param title the library as reports call it
 * @param programs the directory below {@code src/test/programs} that is written for it
 * @param libraries its directory of jars; none for the JDK's own
 */
public record Client(String name, String title, String programs, List<Path> libraries) {

  private static final List<String> PACKAGES =
      List.of("jdk/internal/net/http/", "org/apache/http/", "org/apache/hc/client5/", "okhttp3/");

  private static final Map<String, List<String>> LIBRARIES =
      Map.of(
          "httpclient", List.of("Apache HttpClient 4", "httpclient4"),
          "httpclient5", List.of("Apache HttpClient 5", "httpclient5"),
          "okhttp", List.of("OkHttp", "okhttp"),
          "okhttp-jvm", List.of("OkHttp", "okhttp"));

  /** The JDK's own, and all that the build has put into {@code target/clients}. */
  public static List<Client> all() {
    try (Stream<Path> directories = Files.list(Path.of(System.getProperty("ajar.clients")))) {
      return Stream.concat(Stream.of(ofJdk()), directories.sorted().map(Client::in)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The JDK's own, and of each other library the newest. */
  public static List<Client> newest() {
    Map<String, Client> newest = new LinkedHashMap<>();
    all().forEach(client -> newest.put(client.title(), client)); // sorted, so that the last stays
    return List.copyOf(newest.values());
  }

  /** The JDK's own client. */
  public static Client ofJdk() {
    return new Client("java.net.http", "java.net.http", "java-net-http", List.of());
  }

  /** Its rules. */
  public Library rules() {
    return PACKAGES.stream()
        .map(Catalog::libraryOf)
        .filter(library -> library.rules().get(0).type().library().equals(title))
        .findFirst()
        .orElseThrow();
  }

  /** The classes that its rules name, with slashes; not every version has them all. */
  public List<String> watchedClasses() {
    return rules().rules().stream()
        .flatMap(rule -> rule.points().stream())
        .map(Point::className)
        .distinct()
        .toList();
  }

  /** Compiles the programs for this library. */
  public Program compile(Path into) {
    return Program.compile(programs, libraries, into);
  }

  /** The version, or "" for the JDK's own. */
  public String version() {
    return libraries.isEmpty() ? "" : name.substring(hyphen(name) + 1);
  }

  @Override
  public String toString() {
    return name;
  }

  private static Client in(Path directory) {
    String name = directory.getFileName().toString();
    List<String> library = LIBRARIES.get(name.substring(0, hyphen(name)));
    if (library == null) {
      throw new AssertionError("there are no programs for " + name);
    }
    return new Client(name, library.get(0), library.get(1), List.of(directory));
  }

  /** Where the version begins: at the last hyphen, as versions here have none. */
  private static int hyphen(String name) {
    return name.lastIndexOf('-');
  }
}
