package dev.ajar.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.BiConsumer;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the class that applications bring, compiled from its source. */
class ApiClassTest {

  private static final String SOURCE = "../api/src/main/java/dev/ajar/api/Ajar.java";

  @TempDir private Path classes;

  @Test
  void lets_the_class_speak_and_leaves_the_rest_of_it() throws Exception {
    Class<?> api = load(ApiClass.weave(compile(), 0));
    connect(
        (subject, argument) -> {
          Object[] request = (Object[]) subject;
          request[2] = "answer to " + Arrays.asList(request) + " and " + argument;
        });

    assertThat(ask(api, "word", "argument")).isEqualTo("answer to [word, argument, null] and null");
  }

  @Test
  void verifies() throws Exception {
    Loom.assertVerifies(ApiClass.weave(compile(), 40_000));
  }

  @Test
  void is_a_target_wherever_it_comes_from() throws Exception {
    byte[] classFile = compile();
    Loom loom = new Loom().with("any", dev.ajar.agent.catalog.Point.Event.OPEN, Loom.SELF, null);
    Transformer transformer = new Transformer(library -> false, null, loom);

    assertThat(transformer.isTarget(ApiClass.NAME)).isTrue();
    assertThat(transformer.transform(null, null, ApiClass.NAME, null, null, classFile))
        .isNotNull()
        .isNotEqualTo(classFile);
    assertThat(transformer.isTarget(ApiClass.NAME + "$Scope")).isFalse();
  }

  @Test
  void classes_that_know_of_traces_are_told_of_and_left_as_they_are() {
    Loom loom = new Loom();
    Transformer transformer = new Transformer(library -> true, null, loom);
    ClassLoader loader = ApiClassTest.class.getClassLoader();
    String[] names = {
      "org/slf4j/MDC",
      "org/apache/logging/log4j/ThreadContext",
      "io/opentelemetry/api/trace/PropagatedSpan"
    };
    for (String name : names) {
      assertThat(transformer.transform(null, loader, name, null, null, new byte[0])).isNull();
      assertThat(transformer.transform(null, null, name, null, null, new byte[0])).isNull();
      assertThat(transformer.isTarget(name)).isFalse();
    }

    assertThat(loom.told)
        .containsExactly(
            "traces by org.slf4j.MDC of " + loader,
            "traces by org.apache.logging.log4j.ThreadContext of " + loader,
            "traces by io.opentelemetry.api.trace.PropagatedSpan of " + loader);
  }

  private static Object ask(Class<?> api, String word, Object argument) throws Exception {
    Method ask = api.getDeclaredMethod("ask", String.class, Object.class);
    ask.setAccessible(true);
    return ask.invoke(null, word, argument);
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static void connect(BiConsumer<Object, Object>... probes) {
    TheHook.HOOK.connect(probes);
  }

  private static Class<?> load(byte[] classFile) throws ClassNotFoundException {
    String name = ApiClass.NAME.replace('/', '.');
    return Class.forName(name, true, new Loom.Copies(name, classFile));
  }

  private byte[] compile() throws IOException {
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "--release", "17", "-d", classes.toString(), SOURCE);
    assertThat(status).isZero();
    return Files.readAllBytes(classes.resolve(ApiClass.NAME + ".class"));
  }
}
