package dev.ajar.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.agent.catalog.Catalog;
import dev.ajar.agent.catalog.Library;
import dev.ajar.agent.catalog.OwnClasses;
import dev.ajar.agent.catalog.Point.Event;
import dev.ajar.agent.catalog.Rule;
import dev.ajar.agent.jdk.Origin;
import java.lang.instrument.Instrumentation;
import java.util.List;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadedTargetsTest {

  private final Instrumentation instrumentation = ByteBuddyAgent.install();
  private final Loom loom = new Loom();
  private Transformer transformer =
      new Transformer(library -> List.of("okhttp").contains(library.name()), null, loom);
  private Class<?> loaded;
  private Object cache;

  @BeforeEach
  void loadBeforeWatching() throws ReflectiveOperationException {
    loaded = FakeCache.load(FakeCache.classFile("close", "delete"));
    cache = loaded.getConstructor().newInstance();
    loaded.getMethod("close").invoke(cache);
  }

  @AfterEach
  void stopWatching() throws Exception {
    instrumentation.removeTransformer(transformer);
    instrumentation.retransformClasses(loaded);
  }

  @Test
  void weaves_a_class_that_is_loaded_already() throws ReflectiveOperationException {
    weave();
    loaded.getMethod("close").invoke(cache);

    assertThat(loom.passed)
        .extracting(passed -> passed.point().event())
        .containsExactly(Event.CLOSING, Event.CLOSED);
    assertThat(loom.passed).extracting(Loom.Passed::subject).containsOnly(cache);
    assertThat(loom.told).contains("okhttp okhttp3.Cache lacks []");
  }

  @Test
  void weaves_from_the_original_however_often() throws ReflectiveOperationException {
    weave();
    LoadedTargets.weave(instrumentation, transformer, loom);
    LoadedTargets.weave(instrumentation, transformer, loom);
    loaded.getMethod("close").invoke(cache);
    Object second = loaded.getConstructor().newInstance();

    assertThat(loom.passed)
        .extracting(passed -> passed.point().event())
        .containsExactly(Event.CLOSING, Event.CLOSED, Event.OPEN);
    assertThat(loom.passed).last().extracting(Loom.Passed::subject).isSameAs(second);
  }

  @Test
  void weaves_loaded_subtypes_of_what_the_options_name() throws ReflectiveOperationException {
    OwnClasses own = new OwnClasses();
    own.add("okhttp3.Cache", true, List.of("close")); // and itself
    transformer = new Transformer(library -> false, own, loom);
    weave();
    loaded.getMethod("close").invoke(cache);

    assertThat(loom.passed)
        .extracting(passed -> passed.point().event())
        .containsExactly(Event.CLOSING, Event.CLOSED);
    assertThat(loom.passed).extracting(Loom.Passed::subject).containsOnly(cache);
  }

  @Test
  void leaves_the_class_usable_when_it_cannot_be_woven() throws ReflectiveOperationException {
    Loom told = new Loom();
    transformer =
        new Transformer(
            library -> library.name().equals("okhttp"),
            null,
            new WeaveListener() {
              @Override
              public int probe(Rule.Pointed pointed) {
                throw new IllegalStateException("no hook");
              }

              @Override
              public int apiProbe() {
                return 0; // another test has loaded it
              }

              @Override
              public void metTraces(String className, ClassLoader loader) {}

              @Override
              public void woven(Library library, Origin origin, List<String> missing) {
                told.woven(library, origin, missing);
              }

              @Override
              public void notWoven(String internalName, Throwable reason) {
                told.notWoven(internalName, reason);
              }
            });
    weave();
    loaded.getMethod("close").invoke(cache);

    assertThat(told.told).containsOnly("okhttp3/Cache: java.lang.IllegalStateException: no hook");
    assertThat(loom.passed).isEmpty();
  }

  @Test
  void looks_at_all_classes_of_the_boot_loader_that_rules_name() {
    List<String> named =
        Catalog.NAMES.stream()
            .flatMap(name -> Catalog.library(name).rules().stream())
            .flatMap(rule -> rule.points().stream())
            .map(point -> point.className().replace('/', '.'))
            .filter(LoadedTargetsTest::isOfBootLoader)
            .toList();

    assertThat(named)
        .contains("sun.net.www.protocol.http.HttpURLConnection")
        .allMatch(name -> name.startsWith(LoadedTargets.BOOT));
  }

  private static boolean isOfBootLoader(String name) {
    try {
      return Class.forName(name, false, null).getClassLoader() == null;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private void weave() {
    instrumentation.addTransformer(transformer, true);
    LoadedTargets.weave(instrumentation, transformer, loom);
  }
}
