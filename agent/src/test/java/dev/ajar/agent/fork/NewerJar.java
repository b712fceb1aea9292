package dev.ajar.agent.fork;

import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A jar of a version that cannot be run, since the registry lacks what it needs.
 *
 * @param runs the newest version of its line that runs
 */
public record NewerJar(Path jar, Client runs) {

  /** All that the build has put into {@code target/newer}, of the libraries that are wanted. */
  public static List<NewerJar> all() {
    Path directory = Path.of(System.getProperty("ajar.newer"));
    List<NewerJar> all = new ArrayList<>();
    for (Path library : Files.exists(directory) ? Client.list(directory) : List.<Path>of()) {
      List<Client> versions =
          Client.all().stream()
              .filter(client -> client.library().equals(library.getFileName().toString()))
              .toList();
      if (!versions.isEmpty()) {
        Client.list(library)
            .forEach(jar -> all.add(new NewerJar(jar, newestOfItsLine(jar, versions))));
      }
    }
    return all;
  }

  private static Client newestOfItsLine(Path jar, List<Client> versions) {
    String line = version(jar).replaceFirst("[^0-9].*", "");
    return versions.stream()
        .filter(client -> client.version().replaceFirst("[^0-9].*", "").equals(line))
        .max(Comparator.comparing(client -> Version.parse(client.version())))
        .orElseThrow();
  }

  /** The jar of the version that runs whose place it takes. */
  public Path replaced() {
    return runs.jars().stream()
        .filter(other -> artifact(other).equals(artifact(jar)))
        .findAny()
        .orElseThrow();
  }

  /** Those of the version that runs, with this and others of its version in their place. */
  public List<Path> jars() {
    List<Path> jars = new ArrayList<>(runs.jars());
    for (Path newer : Client.list(jar.getParent())) {
      if (version(newer).equals(version(jar))) {
        jars.replaceAll(other -> artifact(other).equals(artifact(newer)) ? newer : other);
      }
    }
    return jars;
  }

  private static String artifact(Path jar) {
    return jar.getFileName().toString().replaceFirst("-[0-9].*", "");
  }

  private static String version(Path jar) {
    return jar.getFileName().toString().substring(artifact(jar).length() + 1);
  }

  @Override
  public String toString() {
    return jar.getFileName() + " among the jars of " + runs;
  }
}
