package dev.ajar.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.agent.fork.Client;
import dev.ajar.agent.fork.Jdk;
import dev.ajar.agent.fork.NewerJar;
import java.io.IOException;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Jars of versions that cannot be run, among the jars of the newest version of their line that can:
 * what the rules find there, they have to find in them.
 */
class NewerJarsIT {

  static List<NewerJar> jars() {
    return NewerJar.all();
  }

  /** Whose classes this JDK can load: as of the version that runs. */
  static List<NewerJar> loadable() {
    Jdk running = new Jdk(Runtime.version().feature(), Jdk.running());
    return jars().stream().filter(newer -> newer.runs().runsOn(running)).toList();
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("jars")
  void what_the_rules_find_in_the_version_that_runs_they_find_in_the_newer(NewerJar newer)
      throws IOException {
    Client runs = newer.runs();
    List<String> watched = runs.watchedClasses();
    try (URLClassLoader loader = Woven.loader(newer.jars());
        URLClassLoader running = Woven.loader(runs.jars())) {
      Map<String, Woven> woven = Woven.all(Woven.named(watched, newer.jar()), loader);
      Map<String, Woven> known = Woven.all(Woven.named(watched, newer.replaced()), running);

      assertThat(woven.keySet()).isNotEmpty().containsAll(known.keySet());
      woven.forEach((name, one) -> assertThat(one.missing()).as(name).isEmpty());
      known.forEach(
          (name, one) -> assertThat(woven.get(name).points()).as(name).containsAll(one.points()));
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("loadable")
  void what_is_woven_verifies(NewerJar newer) throws Exception {
    Set<String> names = Woven.named(newer.runs().watchedClasses(), newer.jar());
    try (URLClassLoader loader = Woven.loader(newer.jars())) {
      Map<String, Woven> woven = Woven.all(names, loader);
      woven.forEach((name, one) -> assertThat(one.errors(loader)).as(name).isEmpty());

      try (Defining defining = new Defining(woven, loader)) {
        for (String name : woven.keySet()) {
          Class<?> linked = Class.forName(name.replace('/', '.'), false, defining);
          assertThat(linked.getClassLoader()).isSameAs(defining);
          assertThat(linked.getDeclaredMethods()).isNotEmpty(); // has the JVM verify it first
        }
      }
    }
  }

  /** Has the JVM define what is woven. */
  private static final class Defining extends URLClassLoader {

    private final Map<String, Woven> woven;

    Defining(Map<String, Woven> woven, URLClassLoader classes) {
      super(classes.getURLs(), ClassLoader.getPlatformClassLoader());
      this.woven = woven;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      Woven one = woven.get(name.replace('.', '/'));
      return one == null
          ? super.findClass(name)
          : defineClass(name, one.file(), 0, one.file().length);
    }
  }
}
