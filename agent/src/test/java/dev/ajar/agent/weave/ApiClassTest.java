package dev.ajar.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the class that applications bring, compiled from its source. */
class ApiClassTest {

  private static final String SOURCE = "../api/src/main/java/dev/ajar/api/Ajar.java";

  private final List<String> asked = new ArrayList<>();

  @TempDir private Path classes;

  @Test
  void lets_the_class_speak_and_leaves_the_rest_of_it() throws Exception {
    Class<?> api = load(ApiClass.weave(compile(), 0));
    connect(
        (subject, argument) -> {
          Object[] request = (Object[]) subject;
          assertThat(argument).isNull();
          asked.add(request[0] + " " + request[1]);
          request[2] =
              request[0].equals("open")
                  ? new Object[] {new Object[] {"client", "acme.Client", "app.A.a(A.java:1)", 3L}}
                  : "answer";
        });

    assertThat(api.getMethod("isWatching").invoke(null)).isEqualTo(true);
    assertThat(api.getMethod("openClients").invoke(null))
        .hasToString("[3 x client, opened at app.A.a(A.java:1)]");
    AutoCloseable scope =
        (AutoCloseable) api.getMethod("scope", String.class).invoke(null, "tenant-7");
    scope.close();
    api.getMethod("mark", String.class).invoke(null, "after warm-up");
    assertThat(asked)
        .containsExactly("here ", "open ", "enter tenant-7", "leave answer", "mark after warm-up");
  }

  @Test
  void is_a_target_wherever_it_comes_from() throws Exception {
    byte[] classFile = compile();
    Transformer transformer = new Transformer(library -> false, null, new Loom());

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

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static void connect(BiConsumer<Object, Object>... probes) {
    TheHook.HOOK.connect(probes);
  }

  /** In a class loader that has the other classes of the API, and verifies. */
  private Class<?> load(byte[] classFile) throws Exception {
    URL[] others = {classes.toUri().toURL()};
    ClassLoader loader =
        new URLClassLoader(others, ApiClassTest.class.getClassLoader()) {
          @Override
          protected Class<?> findClass(String name) throws ClassNotFoundException {
            return name.equals(ApiClass.NAME.replace('/', '.'))
                ? defineClass(name, classFile, 0, classFile.length)
                : super.findClass(name);
          }
        };
    return Class.forName(ApiClass.NAME.replace('/', '.'), true, loader);
  }

  private byte[] compile() throws IOException {
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "--release", "17", "-d", classes.toString(), SOURCE);
    assertThat(status).isZero();
    return Files.readAllBytes(classes.resolve(ApiClass.NAME + ".class"));
  }
}
