package dev.ajar.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.ajar.agent.catalog.Library;
import dev.ajar.agent.catalog.Point.Event;
import dev.ajar.agent.catalog.Rule;
import dev.ajar.agent.jdk.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.Opcodes;

class TransformerTest {

  private static final byte[] CACHE = FakeCache.classFile("close", "delete", "flush");

  private final Loom loom = new Loom();
  private final Transformer transformer = new Transformer(library -> true, null, loom);

  @Test
  void weaves_a_class_that_the_catalogue_names() throws ReflectiveOperationException {
    byte[] woven = transform(transformer, FakeCache.NAME, CACHE);
    Loom.assertVerifies(woven);
    Class<?> type = FakeCache.load(woven);
    Object cache = type.getConstructor().newInstance();
    type.getMethod("flush").invoke(cache);
    type.getMethod("close").invoke(cache);

    assertThat(loom.passed).extracting(Loom.Passed::subject).containsOnly(cache);
    assertThat(loom.passed)
        .extracting(passed -> passed.point().event())
        .containsExactly(Event.OPEN, Event.CLOSING, Event.CLOSED);
    assertThat(loom.told).containsExactly("okhttp okhttp3.Cache lacks []");
  }

  @Test
  void tells_the_methods_that_a_class_has_not() {
    transform(transformer, FakeCache.NAME, FakeCache.classFile("close"));

    assertThat(loom.told).containsExactly("okhttp okhttp3.Cache lacks [delete]");
  }

  @ParameterizedTest
  @ValueSource(ints = {Opcodes.V1_2, Opcodes.V1_4, Opcodes.V1_5, Opcodes.V1_8, Opcodes.V17})
  void weaves_the_class_files_of_every_compiler(int version) throws ReflectiveOperationException {
    byte[] woven = transform(transformer, FakeCache.NAME, FakeCache.classFile(version, "close"));
    Object cache = FakeCache.load(woven).getConstructor().newInstance();

    assertThat(loom.passed).extracting(Loom.Passed::subject).containsExactly(cache);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"jdk/internal/net/http/HttpClientImpl", "jdk/internal/net/http/HttpClientFacade"})
  void weaves_the_client_of_this_jdk(String name) throws IOException {
    byte[] woven = transform(transformer, name, ofTheJdk(name));

    Loom.assertVerifies(woven);
    assertThat(loom.told).containsExactly("java.net.http " + name.replace('/', '.') + " lacks []");
  }

  private static byte[] ofTheJdk(String name) throws IOException {
    Module module = ModuleLayer.boot().findModule("java.net.http").orElseThrow();
    try (InputStream in = module.getResourceAsStream(name + ".class")) {
      return in.readAllBytes();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com/acme/Api",
        "okhttp3/Call",
        "okhttp3/CacheControl",
        "okhttp3/Cache$Entry",
        "org/apache/http/HttpHost",
        "org/apache/hc/client5/http/HttpRoute",
        "jdk/internal/net/http/common/Utils",
        "[Lokhttp3/Cache;",
        ""
      })
  void lets_every_other_class_pass(String name) {
    assertThat(transform(transformer, name, CACHE)).isNull();
    assertThat(transformer.isTarget(name)).isFalse();
    assertThat(loom.told).isEmpty();
  }

  @Test
  void lets_a_class_without_a_name_pass() {
    assertThat(transform(transformer, null, CACHE)).isNull();
  }

  @Test
  void leaves_the_libraries_that_nobody_asked_for() {
    Transformer narrow =
        new Transformer(
            library -> List.of("java.net.http", "apache-httpclient-5").contains(library.name()),
            null,
            loom);

    assertThat(transform(narrow, FakeCache.NAME, CACHE)).isNull();
    assertThat(narrow.isTarget(FakeCache.NAME)).isFalse();
    assertThat(narrow.isTarget("jdk/internal/net/http/HttpClientImpl")).isTrue();
    assertThat(new Transformer(library -> false, null, loom).isTarget(FakeCache.NAME)).isFalse();
    assertThat(loom.told).isEmpty();
  }

  @Test
  void leaves_a_class_that_it_cannot_read_and_tells() {
    assertThat(transform(transformer, FakeCache.NAME, new byte[] {1, 2, 3})).isNull();
    assertThat(transform(transformer, FakeCache.NAME, Arrays.copyOf(CACHE, 60))).isNull();
    byte[] ofTheFuture = CACHE.clone();
    ofTheFuture[7] = 127;
    assertThat(transform(transformer, FakeCache.NAME, ofTheFuture)).isNull();

    assertThat(loom.told).hasSize(3).allMatch(line -> line.startsWith("okhttp3/Cache: java.lang."));
  }

  @Test
  void leaves_a_class_of_which_a_method_would_grow_too_large_and_tells() {
    byte[] full = FakeCache.withLargeMethod("close");

    assertThat(transform(transformer, FakeCache.NAME, full)).isNull();
    assertThat(loom.told)
        .singleElement()
        .asString()
        .startsWith("okhttp3/Cache: org.objectweb.asm.MethodTooLargeException");
  }

  @Test
  void leaves_a_class_when_there_is_no_hook_for_it_and_tells() {
    Loom told = new Loom();
    WeaveListener refusing =
        new WeaveListener() {
          @Override
          public int probe(Rule.Pointed pointed) {
            throw new IllegalStateException("no hook");
          }

          @Override
          public int apiProbe() {
            throw new IllegalStateException("no hook");
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
        };

    assertThat(transform(new Transformer(library -> true, null, refusing), FakeCache.NAME, CACHE))
        .isNull();
    assertThat(told.told)
        .containsExactly("okhttp3/Cache: java.lang.IllegalStateException: no hook");
  }

  @Test
  void allocates_nothing_for_a_class_of_no_library() {
    String[] names = {"com/acme/Api", "java/util/concurrent/Flow", "jdk/internal/net/Other", "a"};
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    passAll(names, 10_000);

    long before = threads.getCurrentThreadAllocatedBytes();
    passAll(names, 10_000);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;

    assertThat(before).isPositive();
    assertThat(allocated).as("bytes for 40,000 classes").isBetween(0L, 4_096L);
  }

  private void passAll(String[] names, int times) {
    for (int pass = 0; pass < times; pass++) {
      for (String name : names) {
        transformer.transform(null, null, name, null, null, CACHE);
      }
    }
  }

  private static byte[] transform(Transformer transformer, String name, byte[] classFile) {
    Module module = TransformerTest.class.getModule();
    return transformer.transform(module, null, name, null, null, classFile);
  }
}
