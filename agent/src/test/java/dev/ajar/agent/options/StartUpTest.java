package dev.ajar.agent.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartUpTest {

  @Test
  void nothing_set_loads_only_the_reader_and_its_results() throws Exception {
    assertThat(classesLoadedBy(null, Map.of("AJAR_JDKS", "17")))
        .containsExactlyInAnyOrder("OptionsReader", "Reading", "Options");
  }

  @Test
  void a_right_setting_loads_nothing_that_tells_of_wrong_ones() throws Exception {
    assertThat(classesLoadedBy("service=orders,depth=64", Map.of()))
        .contains("Settings")
        .doesNotContain("Problems", "NearestName", "ConfigFile", "Help");
  }

  private static List<String> classesLoadedBy(String arguments, Map<String, String> environment)
      throws Exception {
    try (RecordingLoader loader = new RecordingLoader()) {
      loader
          .loadClass(OptionsReader.class.getName())
          .getMethod("read", String.class, Map.class, Map.class, List.class)
          .invoke(null, arguments, Map.of(), environment, List.of("okhttp"));
      return loader.loaded;
    }
  }

  /** A loader of the package's classes that keeps their names in the order of loading. */
  private static final class RecordingLoader extends URLClassLoader {
    private final List<String> loaded = new ArrayList<>();

    RecordingLoader() {
      super(
          new URL[] {OptionsReader.class.getProtectionDomain().getCodeSource().getLocation()},
          ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      Class<?> found = super.findClass(name);
      loaded.add(found.getSimpleName());
      return found;
    }
  }
}
