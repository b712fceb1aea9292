package dev.ajar.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.agent.catalog.Library;
import dev.ajar.agent.catalog.Rule;
import dev.ajar.agent.fork.Client;
import dev.ajar.agent.fork.Jdk;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.util.CheckClassAdapter;

/** Weaves each class that the catalogue names, of each jar that it is for. */
class WeavingIT {

  /** Whose classes this JDK can load. */
  static List<Client> clients() {
    Jdk running = new Jdk(Runtime.version().feature(), Jdk.running());
    return Client.all().stream().filter(client -> client.runsOn(running)).toList();
  }

  @ParameterizedTest
  @MethodSource("clients")
  void what_is_woven_verifies(Client client) throws IOException {
    try (URLClassLoader loader = loader(client)) {
      Map<String, Woven> woven = weave(client, loader);

      assertThat(woven).isNotEmpty();
      woven.forEach((name, one) -> assertThat(errors(one, loader)).as(name).isEmpty());
    }
  }

  @ParameterizedTest
  @MethodSource("clients")
  void nothing_that_the_rules_name_is_missing(Client client) throws IOException {
    try (URLClassLoader loader = loader(client)) {
      Map<String, Woven> woven = weave(client, loader);

      assertThat(woven.values()).allSatisfy(one -> assertThat(one.missing).as(one.name).isEmpty());
    }
  }

  static Stream<String> libraries() {
    return clients().stream().map(Client::library).distinct();
  }

  /** A class may have another name in other versions, but not a name that none has. */
  @ParameterizedTest
  @MethodSource("libraries")
  void each_class_that_the_rules_name_is_there_in_some_version(String library) throws IOException {
    Set<String> absent = new TreeSet<>();
    for (Client client : clients()) {
      if (client.library().equals(library)) {
        absent.addAll(client.watchedClasses());
      }
    }
    for (Client client : clients()) {
      if (client.library().equals(library)) {
        try (URLClassLoader loader = loader(client)) {
          Set<String> there = weave(client, loader).keySet();
          absent.removeIf(name -> there.stream().anyMatch(one -> isNamed(one, name)));
        }
      }
    }
    assertThat(absent).isEmpty();
  }

  private static Map<String, Woven> weave(Client client, ClassLoader loader) throws IOException {
    Map<String, Woven> all = new TreeMap<>();
    for (String name : names(client)) {
      try (InputStream in = loader.getResourceAsStream(name + ".class")) {
        if (in != null) {
          Woven woven = new Woven(name);
          woven.file =
              new Transformer(library -> true, null, woven)
                  .transform(null, loader, name, null, null, in.readAllBytes());
          all.put(name, woven);
        }
      }
    }
    return all;
  }

  /** The classes that the rules name; for a name with a star, those of the jars that fit it. */
  private static Set<String> names(Client client) throws IOException {
    Set<String> names = new TreeSet<>();
    for (String name : client.watchedClasses()) {
      if (name.indexOf('*') < 0) {
        names.add(name);
        continue;
      }
      for (Path jar : jars(client)) {
        try (JarFile file = new JarFile(jar.toFile())) {
          file.stream()
              .map(entry -> entry.getName().replaceFirst("\\.class$", ""))
              .filter(one -> isNamed(one, name))
              .forEach(names::add);
        }
      }
    }
    return names;
  }

  private static boolean isNamed(String className, String pattern) {
    return className.matches(pattern.replace("$", "\\$").replace("*", ".*"));
  }

  private static String errors(Woven woven, ClassLoader loader) {
    StringWriter errors = new StringWriter();
    CheckClassAdapter.verify(
        new ClassReader(woven.file), loader, false, new PrintWriter(errors, true));
    return errors.toString();
  }

  private static URLClassLoader loader(Client client) throws IOException {
    List<URL> jars = new ArrayList<>();
    for (Path jar : jars(client)) {
      jars.add(url(jar));
    }
    return new URLClassLoader(jars.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
  }

  private static List<Path> jars(Client client) throws IOException {
    List<Path> jars = new ArrayList<>();
    for (Path directory : client.libraries()) {
      try (Stream<Path> files = Files.list(directory)) {
        jars.addAll(files.toList());
      }
    }
    return jars;
  }

  private static URL url(Path file) throws MalformedURLException {
    return file.toUri().toURL();
  }

  /** What became of one class. */
  private static final class Woven implements WeaveListener {

    private final String name;
    private byte[] file;
    private List<String> missing;
    private int probes;

    Woven(String name) {
      this.name = name;
    }

    @Override
    public int probe(Rule.Pointed pointed) {
      return probes++;
    }

    @Override
    public int apiProbe() {
      throw new AssertionError("no rule is about it");
    }

    @Override
    public void metTraces(String className, ClassLoader loader) {}

    @Override
    public void woven(Library library, Origin origin, List<String> missingOnes) {
      missing = missingOnes;
    }

    @Override
    public void notWoven(String internalName, Throwable reason) {
      throw new AssertionError(internalName, reason);
    }
  }
}
