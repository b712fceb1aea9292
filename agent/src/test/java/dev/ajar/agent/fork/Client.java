package dev.ajar.agent.fork;

import dev.ajar.agent.catalog.Catalog;
import dev.ajar.agent.catalog.Library;
import dev.ajar.agent.catalog.Point;
import dev.ajar.ledger.Role;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * One version of a client library that programs are run with.
 *
 * @param library its name in the catalogue, and the directory below {@code src/test/programs} that
 *     is written for it
 * @param name of its jar and version, such as {@code okhttp-3.14.9}; of its module for one of the
 *     JDK's own
 * @param libraries its directory of jars; none for one of the JDK's own
 */
public record Client(String library, String name, List<Path> libraries) {

  private static final int OLDEST = 17;
  private static final int VERSION_OF_RELEASE_0 = 44;
  private static final Map<Path, Integer> RELEASES = new ConcurrentHashMap<>();
  private static final List<Client> OF_JDK =
      List.of(
          new Client("java.net.http", "java.net.http", List.of()),
          new Client("http-url-connection", "java.base", List.of()));

  /**
   * The JDK's own, and all that the build has put into {@code target/clients}; with {@code
   * -Dajar.only=okhttp+java.net.http} only those libraries.
   */
  public static List<Client> all() {
    String only = System.getProperty("ajar.only", "");
    List<String> wanted = List.of(only.split("\\+"));
    return everything().stream()
        .filter(client -> only.isEmpty() || wanted.contains(client.library()))
        .filter(client -> Jdk.all().stream().anyMatch(client::runsOn))
        .toList();
  }

  private static List<Client> everything() {
    List<Client> all = new ArrayList<>(OF_JDK);
    for (Path library : list(Path.of(System.getProperty("ajar.clients")))) {
      for (Path version : list(library)) {
        String name = version.getFileName().toString();
        all.add(new Client(library.getFileName().toString(), name, List.of(version)));
      }
    }
    return all;
  }

  /** The JDK's own, and of each other library the newest. */
  public static List<Client> newest() {
    Map<String, Client> newest = new LinkedHashMap<>();
    all().forEach(client -> newest.put(client.library(), client)); // sorted, so that the last stays
    return List.copyOf(newest.values());
  }

  /** The library as reports call it. */
  public String title() {
    return rules().rules().get(0).type().library();
  }

  /** Its rules. */
  public Library rules() {
    return Catalog.library(library);
  }

  /** Its jars, and those that it needs. */
  public List<Path> jars() {
    return libraries.stream().flatMap(directory -> list(directory).stream()).toList();
  }

  /** The classes that its rules name, with slashes; not every version has them all. */
  public List<String> watchedClasses() {
    return rules().rules().stream()
        .flatMap(rule -> rule.points().stream())
        .map(Point::className)
        .distinct()
        .toList();
  }

  /** Whether a JDK is new enough for it. */
  public boolean runsOn(Jdk jdk) {
    return jdk.feature() >= release();
  }

  /** Compiles the programs for this library, or those for this line of its versions. */
  public Program compile(Path into) {
    String line = library + "-" + version().replaceFirst("[^0-9].*", "");
    return Program.compile(Program.exists(line) ? line : library, libraries, release(), into);
  }

  /** The oldest release that can run it, as the class files of its jar say; 17 at least. */
  private int release() {
    return libraries.stream()
        .map(directory -> directory.resolve(name + ".jar"))
        .mapToInt(jar -> RELEASES.computeIfAbsent(jar, Client::newestRelease))
        .reduce(OLDEST, Math::max);
  }

  /** That of the newest class file of a jar: some have a few that are older than the rest. */
  private static int newestRelease(Path file) {
    int newest = 0;
    try (JarFile jar = new JarFile(file.toFile())) {
      for (JarEntry entry : jar.stream().toList()) {
        if (entry.getName().matches("(?!META-INF/|module-info).*\\.class")) {
          newest = Math.max(newest, release(jar.getInputStream(entry)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return newest;
  }

  private static int release(InputStream classFile) throws IOException {
    try (DataInputStream in = new DataInputStream(classFile)) {
      in.skipNBytes(6); // the magic number, the minor version
      return in.readUnsignedShort() - VERSION_OF_RELEASE_0;
    }
  }

  /** Whether it hands out clients, whose requests are counted, and not responses alone. */
  public boolean hasClients() {
    return rules().rules().stream().anyMatch(rule -> rule.type().role() == Role.CLIENT);
  }

  /** The version, or "" for one of the JDK's own. */
  public String version() {
    return libraries.isEmpty() ? "" : name.substring(name.lastIndexOf('-') + 1);
  }

  @Override
  public String toString() {
    return library + " " + name;
  }

  static List<Path> list(Path directory) {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
