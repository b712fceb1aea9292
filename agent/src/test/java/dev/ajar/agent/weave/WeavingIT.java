package dev.ajar.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.agent.fork.Client;
import dev.ajar.agent.fork.Jdk;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Weaves each class that the catalogue names, of each jar that it is for. */
class WeavingIT {

  static List<Client> clients() {
    return Client.all();
  }

  /** Whose classes this JDK can load, as ASM's verifier does; those of others verify in forks. */
  static List<Client> loadable() {
    Jdk running = new Jdk(Runtime.version().feature(), Jdk.running());
    return clients().stream().filter(client -> client.runsOn(running)).toList();
  }

  @ParameterizedTest
  @MethodSource("loadable")
  void what_is_woven_verifies(Client client) throws IOException {
    try (URLClassLoader loader = Woven.loader(client.jars())) {
      Map<String, Woven> woven = weave(client, loader);

      assertThat(woven).isNotEmpty();
      woven.forEach((name, one) -> assertThat(one.errors(loader)).as(name).isEmpty());
    }
  }

  @ParameterizedTest
  @MethodSource("clients")
  void nothing_that_the_rules_name_is_missing(Client client) throws IOException {
    try (URLClassLoader loader = Woven.loader(client.jars())) {
      Map<String, Woven> woven = weave(client, loader);

      assertThat(woven.values())
          .allSatisfy(one -> assertThat(one.missing()).as("%s", one).isEmpty());
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
        try (URLClassLoader loader = Woven.loader(client.jars())) {
          Set<String> there = weave(client, loader).keySet();
          absent.removeIf(name -> there.stream().anyMatch(one -> Woven.isNamed(one, name)));
        }
      }
    }
    assertThat(absent).isEmpty();
  }

  private static Map<String, Woven> weave(Client client, ClassLoader loader) throws IOException {
    return Woven.all(names(client), loader);
  }

  /** The classes that the rules name; for a name with a star, those of the jars that fit it. */
  private static Set<String> names(Client client) throws IOException {
    Set<String> names = new TreeSet<>(client.watchedClasses());
    names.removeIf(name -> name.indexOf('*') >= 0);
    for (Path jar : client.jars()) {
      names.addAll(Woven.named(client.watchedClasses(), jar));
    }
    return names;
  }
}
