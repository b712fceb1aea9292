package dev.ajar.agent.weave;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

  /** Or two loaders that lock themselves, as many do, would wait for each other for ever. */
  @Test
  void holds_no_lock_while_a_loader_reads() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch otherDone = new CountDownLatch(1);
    ClassLoader slow =
        new ClassLoader(getClass().getClassLoader()) {
          @Override
          public InputStream getResourceAsStream(String name) {
            reading.countDown();
            try {
              assertThat(otherDone.await(1, MINUTES)).isTrue();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
            return super.getResourceAsStream(name);
          }
        };
    ExecutorService threads = Executors.newFixedThreadPool(2); // the common pool may have but one
    Future<Set<String>> waiting =
        threads.submit(() -> hierarchy.of(Loom.classFile(Innermost.class), slow));
    assertThat(reading.await(1, MINUTES)).isTrue();

    ClassLoader other = getClass().getClassLoader();
    threads.submit(() -> hierarchy.of(Loom.classFile(Base.class), other)).get(1, MINUTES);
    otherDone.countDown();

    assertThat(waiting.get(1, MINUTES)).contains(name(Base.class));
    threads.shutdown();
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
