package dev.ajar.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Modifier;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.Test;

class HookTest {

  private static final Hook HOOK = TheHook.HOOK;

  private final List<Object> passed = new ArrayList<>();

  @Test
  void lies_in_java_lang_where_every_class_loader_sees_it() throws ReflectiveOperationException {
    Class<?> hook = Class.forName("java.lang.$Ajar", false, new ClassLoader(null) {});

    assertThat(hook.getClassLoader()).isNull();
    assertThat(hook.getModule()).isSameAs(Object.class.getModule());
    assertThat(hook).isSameAs(Class.forName("java.lang.$Ajar"));
    assertThat(Modifier.isPublic(hook.getModifiers())).isTrue();
    assertThat(Modifier.isFinal(hook.getModifiers())).isTrue();
    assertThat(hook.isSynthetic()).isTrue();
    assertThat(hook.getDeclaredMethods()).hasSize(1);
    assertThat(hook.getDeclaredConstructors()).isEmpty();
    assertThat(Modifier.isVolatile(hook.getField("probes").getModifiers())).isTrue();
  }

  @Test
  void verifies() throws Exception {
    Class<?> hook = Class.forName("java.lang.$Ajar");
    byte[][] read = new byte[1][];
    ClassFileTransformer reader =
        new ClassFileTransformer() {
          @Override
          public byte[] transform(
              ClassLoader loader,
              String name,
              Class<?> redefined,
              ProtectionDomain domain,
              byte[] classFile) {
            if (redefined == hook) {
              read[0] = classFile;
            }
            return null;
          }
        };
    Instrumentation instrumentation = ByteBuddyAgent.install();
    instrumentation.addTransformer(reader, true);
    try {
      instrumentation.retransformClasses(hook);
    } finally {
      instrumentation.removeTransformer(reader);
    }

    Loom.assertVerifies(read[0]);
  }

  @Test
  void passes_subject_and_argument_to_the_probe_of_the_number()
      throws ReflectiveOperationException {
    connect(
        (subject, argument) -> passed.addAll(List.of("first", subject, argument)),
        (subject, argument) -> passed.addAll(List.of("second", subject, argument)));

    pass("a", "b", 1);
    pass("c", "d", 0);
    assertThat(passed).containsExactly("second", "a", "b", "first", "c", "d");
  }

  @Test
  void passes_null() throws ReflectiveOperationException {
    connect(
        (subject, argument) -> {
          passed.add(subject);
          passed.add(argument);
        });

    pass(null, null, 0);
    assertThat(passed).containsExactly(null, null);
  }

  @Test
  void can_be_connected_again() throws ReflectiveOperationException {
    connect((subject, argument) -> passed.add("before"));
    connect((subject, argument) -> passed.add("after"));

    pass("a", "b", 0);
    assertThat(passed).containsExactly("after");
  }

  @Test
  void can_be_defined_once_in_a_jvm() {
    assertThatThrownBy(() -> new Hook(TheHook.JDK)).isInstanceOf(LinkageError.class);
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static void connect(BiConsumer<Object, Object>... probes) {
    HOOK.connect(probes);
  }

  private static void pass(Object subject, Object argument, int probe)
      throws ReflectiveOperationException {
    Class.forName("java.lang.$Ajar")
        .getMethod("pass", Object.class, Object.class, int.class)
        .invoke(null, subject, argument, probe);
  }
}
