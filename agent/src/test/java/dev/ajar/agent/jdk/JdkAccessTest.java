package dev.ajar.agent.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InaccessibleObjectException;
import java.util.function.Function;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

class JdkAccessTest {

  private static final Module BASE = Object.class.getModule();
  private static JdkAccess jdk;

  @BeforeAll
  static void open() throws ReflectiveOperationException {
    jdk = new JdkAccess(ByteBuddyAgent.install());
  }

  @Test
  void gives_no_access_to_the_agent_or_the_application() {
    Module agent = JdkAccess.class.getModule();
    Module application = JdkAccessTest.class.getModule();

    for (Module module : new Module[] {agent, application}) {
      assertThat(BASE.isOpen("java.lang", module)).isFalse();
      assertThat(BASE.isExported("jdk.internal.access", module)).isFalse();
      assertThat(BASE.isOpen("jdk.internal.access", module)).isFalse();
      assertThat(BASE.isOpen("jdk.internal.misc", module)).isFalse();
    }
    assertThat(BASE.isOpen("java.lang")).isFalse();
    assertThat(BASE.isExported("jdk.internal.access")).isFalse();
    assertThatThrownBy(() -> Throwable.class.getDeclaredField("detailMessage").setAccessible(true))
        .isInstanceOf(InaccessibleObjectException.class);
  }

  @Test
  void defines_a_class_of_java_lang_with_the_boot_loader() throws ReflectiveOperationException {
    Class<?> defined = jdk.define(classFile("java/lang/$AjarTest"));

    assertThat(defined.getName()).isEqualTo("java.lang.$AjarTest");
    assertThat(defined.getClassLoader()).isNull();
    assertThat(defined.getModule()).isSameAs(BASE);
    assertThat(Class.forName("java.lang.$AjarTest", false, null)).isSameAs(defined);
    assertThat(Class.forName("java.lang.$AjarTest", false, ClassLoader.getPlatformClassLoader()))
        .isSameAs(defined);
  }

  @Test
  void finds_classes_once_their_loader_has_defined_them_and_they_are_initialised()
      throws ClassNotFoundException {
    ClassLoader own = JdkAccessTest.class.getClassLoader();
    String name = JdkAccessTest.class.getName();
    String lazy = name + "$Lazy";
    var initialised = jdk.initialisedClass();

    assertThat(initialised.apply(own, name)).isSameAs(JdkAccessTest.class);
    assertThat(initialised.apply(own, lazy)).isNull();
    Class<?> loaded = Class.forName(lazy, false, own);
    assertThat(initialised.apply(own, lazy)).isNull();
    Class<?> unused = Class.forName(lazy, true, own);
    assertThat(initialised.apply(own, lazy)).isSameAs(loaded);
    assertThat(initialised.apply(new ClassLoader(own) {}, lazy)).isNull();
    assertThat(initialised.apply(own, "no.Such")).isNull();
  }

  @SuppressWarnings("UnusedNestedClass") // found by its name
  private static final class Lazy {}

  @Test
  void defines_no_class_twice() {
    jdk.define(classFile("java/lang/$AjarTwice"));

    assertThatThrownBy(() -> jdk.define(classFile("java/lang/$AjarTwice")))
        .isInstanceOf(LinkageError.class);
  }

  @Test
  void defines_no_class_of_another_package() {
    assertThatThrownBy(() -> jdk.define(classFile("java/util/$AjarTest")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] classFile(String name) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
    writer.visitEnd();
    return writer.toByteArray();
  }

  @Test
  void knows_that_the_shutdown_has_not_begun() {
    assertThat(jdk.shutdownBegan().getAsBoolean()).isFalse();
  }

  @Test
  void reads_the_packed_stack_of_a_throwable() {
    Function<Throwable, Object> backtrace = jdk.backtrace();
    Throwable here = new Throwable();

    assertThat(backtrace.apply(here)).isInstanceOf(Object[].class);
    assertThat(backtrace.apply(new Throwable("without a stack", null, false, false) {})).isNull();
  }

  @Test
  void refuses_a_slot_that_is_taken() {
    jdk.atExit(7, () -> {});

    assertThatThrownBy(() -> jdk.atExit(7, () -> {})).isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 10, 1_000})
  void refuses_a_slot_that_the_jdk_has_not(int slot) {
    assertThatThrownBy(() -> jdk.atExit(slot, () -> {})).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void can_be_had_more_than_once() throws ReflectiveOperationException {
    JdkAccess second = new JdkAccess(ByteBuddyAgent.install());

    assertThat(second.shutdownBegan().getAsBoolean()).isFalse();
    assertThat(second.backtrace().apply(new Throwable())).isNotNull();
  }
}
