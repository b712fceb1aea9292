package dev.ajar.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.agent.catalog.Library;
import dev.ajar.agent.catalog.Rule;
import dev.ajar.agent.fork.Client;
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
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.util.CheckClassAdapter;

/** Weaves each class that the catalogue names, of each jar that it is for. */
class WeavingIT {

  static List<Client> clients() {
    return Client.all();
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
      assertThat(client.watchedClasses().stream().filter(name -> !woven.containsKey(name)))
          .containsExactlyInAnyOrderElementsOf(elsewhere(client, woven.keySet()));
    }
  }

  /** Classes that this version lacks, each of which another version of the library has. */
  private static List<String> elsewhere(Client client, Set<String> here) throws IOException {
    List<String> elsewhere = new ArrayList<>();
    for (Client other : Client.all()) {
      if (other.library().equals(client.library())) {
        try (URLClassLoader loader = loader(other)) {
          for (String name : client.watchedClasses()) {
            if (!here.contains(name)
                && !elsewhere.contains(name)
                && loader.getResource(name + ".class") != null) {
              elsewhere.add(name);
            }
          }
        }
      }
    }
    return elsewhere;
  }

  private static Map<String, Woven> weave(Client client, ClassLoader loader) throws IOException {
    Map<String, Woven> all = new TreeMap<>();
    for (String name : client.watchedClasses()) {
      try (InputStream in = loader.getResourceAsStream(name + ".class")) {
        if (in != null) {
          Woven woven = new Woven(name);
          woven.file =
              new Transformer(library -> true, woven)
                  .transform(null, loader, name, null, null, in.readAllBytes());
          all.put(name, woven);
        }
      }
    }
    return all;
  }

  private static String errors(Woven woven, ClassLoader loader) {
    StringWriter errors = new StringWriter();
    CheckClassAdapter.verify(
        new ClassReader(woven.file), loader, false, new PrintWriter(errors, true));
    return errors.toString();
  }

  private static URLClassLoader loader(Client client) throws IOException {
    List<URL> jars = new ArrayList<>();
    for (Path directory : client.libraries()) {
      try (Stream<Path> files = Files.list(directory)) {
        for (Path file : files.toList()) {
          jars.add(url(file));
        }
      }
    }
    return new URLClassLoader(jars.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
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
    public void woven(Library library, Origin origin, List<String> missingOnes) {
      missing = missingOnes;
    }

    @Override
    public void notWoven(String internalName, Throwable reason) {
      throw new AssertionError(internalName, reason);
    }
  }
}
