package dev.ajar.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import org.junit.jupiter.api.Test;

class HierarchyTest {

  private final Hierarchy hierarchy = new Hierarchy();

  @Test
  void names_a_class_its_superclasses_and_all_their_interfaces() {
    assertThat(hierarchy.of(Loom.classFile(Innermost.class), getClass().getClassLoader()))
        .contains(name(Innermost.class), name(Base.class), name(Named.class))
        .contains("java/io/Closeable", "java/lang/AutoCloseable")
        .doesNotContain("java/lang/Object");
  }

  @Test
  void answers_the_same_again_and_for_neighbours() {
    ClassLoader loader = getClass().getClassLoader();
    hierarchy.of(Loom.classFile(Innermost.class), loader);

    assertThat(hierarchy.of(Loom.classFile(Base.class), loader))
        .containsExactlyInAnyOrder(
            name(Base.class), "java/io/Closeable", "java/lang/AutoCloseable");
    assertThat(hierarchy.of(Loom.classFile(LinkedHashSet.class), loader))
        .contains("java/util/HashSet", "java/util/AbstractCollection", "java/lang/Iterable");
    assertThat(hierarchy.of(Loom.classFile(ArrayList.class), loader))
        .doesNotContain(name(Base.class));
  }

  @Test
  void goes_no_further_where_a_class_file_cannot_be_had() throws Exception {
    try (URLClassLoader empty = new URLClassLoader(new URL[0], null)) {
      assertThat(hierarchy.of(Loom.classFile(Innermost.class), empty))
          .containsExactlyInAnyOrder(name(Innermost.class), name(Base.class), name(Named.class));
    }
  }

  private static String name(Class<?> type) {
    return type.getName().replace('.', '/');
  }

  private interface Named {}

  private static class Base implements Closeable {
    @Override
    public void close() {}
  }

  private static final class Innermost extends Base implements Named {}
}
