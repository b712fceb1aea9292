package dev.ajar.agent.weave;

import static dev.ajar.agent.weave.Loom.SELF;
import static dev.ajar.agent.weave.Loom.classFile;
import static dev.ajar.agent.weave.Loom.parameter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ajar.agent.catalog.Point;
import dev.ajar.agent.catalog.Point.Event;
import dev.ajar.agent.weave.Loom.Passed;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.util.TraceClassVisitor;

class WeaverTest {

  private final Loom loom = new Loom();

  @ParameterizedTest
  @CsvSource({
    "whole, int",
    "large, long",
    "small, float",
    "precise, double",
    "several, int",
    "nothing, int",
    "text, int"
  })
  void calls_the_hook_before_every_return_of_every_type(String method, String type)
      throws ReflectiveOperationException {
    Class<?> sample = loom.with(method, Event.CLOSED, SELF, null).load(Sample.class);
    Object woven = sample.getConstructor().newInstance();
    Object plain = new Sample();

    for (int path = 0; path < 2; path++) {
      assertThat(call(woven, method, primitive(type), number(type, path)))
          .isEqualTo(call(plain, method, primitive(type), number(type, path)));
      assertThat(loom.passed).hasSize(path + 1);
      assertThat(loom.passed.get(path).subject()).isSameAs(woven);
      assertThat(loom.passed.get(path).argument()).isNull();
    }
  }

  @Test
  void calls_the_hook_at_each_return_but_not_when_the_method_throws()
      throws ReflectiveOperationException {
    Class<?> sample = loom.with("text", Event.CLOSED, SELF, null).load(Sample.class);
    Object woven = sample.getConstructor().newInstance();

    assertThat(call(woven, "text", int.class, 0)).isEqualTo("zero");
    assertThat(call(woven, "text", int.class, 1)).isEqualTo("one");
    assertThat(call(woven, "text", int.class, 2)).isEqualTo("two");
    assertThat(loom.passed).hasSize(3);
    assertThatThrownBy(() -> call(woven, "text", int.class, 3))
        .isInstanceOf(InvocationTargetException.class)
        .hasRootCauseMessage("path 3");
    assertThat(loom.passed).hasSize(3);
  }

  @Test
  void calls_the_hook_once_at_the_entry_however_the_method_ends()
      throws ReflectiveOperationException {
    Class<?> sample = loom.with("nothing", Event.CLOSING, SELF, null).load(Sample.class);
    Object woven = sample.getConstructor().newInstance();

    call(woven, "nothing", int.class, 0);
    call(woven, "nothing", int.class, 1);
    assertThatThrownBy(() -> call(woven, "nothing", int.class, 2)).hasRootCauseMessage("path 2");
    assertThat(loom.passed).hasSize(3).extracting(Passed::subject).containsOnly(woven);
  }

  @Test
  void calls_the_hook_once_at_an_entry_that_a_loop_comes_back_to()
      throws ReflectiveOperationException {
    Class<?> sample = loom.with("loop", Event.USE, SELF, null).load(Sample.class);
    call(sample.getConstructor().newInstance(), "loop", int.class, 5);

    assertThat(loom.passed).hasSize(1);
  }

  @Test
  void calls_the_hook_in_every_constructor_that_returns() throws ReflectiveOperationException {
    Class<?> sample = loom.with("<init>", Event.OPEN, SELF, null).load(Sample.class);

    Object direct = sample.getConstructor(String.class).newInstance("one");
    assertThat(loom.passed).extracting(Passed::subject).containsExactly(direct);
    Object chained = sample.getConstructor().newInstance();
    assertThat(loom.passed).extracting(Passed::subject).containsExactly(direct, chained, chained);
    assertThatThrownBy(() -> sample.getConstructor(String.class).newInstance(""))
        .hasRootCauseMessage("no name");
    assertThat(loom.passed).hasSize(3);
  }

  @Test
  void keeps_the_order_of_entry_body_and_return() throws ReflectiveOperationException {
    loom.with("close", Event.CLOSED, SELF, null).with("close", Event.CLOSING, SELF, null);
    Class<?> sample = loom.load(Sample.class);
    sample.getMethod("close").invoke(sample.getConstructor().newInstance());

    assertThat(loom.passed)
        .extracting(passed -> passed.point().event())
        .containsExactly(Event.CLOSING, Event.CLOSING, Event.CLOSED, Event.CLOSED);
    assertThatThrownBy(
            () -> call(sample.getConstructor().newInstance(), "close", String.class, "badly"))
        .hasRootCauseMessage("cannot close");
    assertThat(loom.passed)
        .hasSize(5)
        .last()
        .extracting(p -> p.point().event())
        .isEqualTo(Event.CLOSING);
  }

  @Test
  void names_the_methods_that_the_class_has_not() {
    Point optional =
        new Point("Any", "shutdown", Event.CLOSED, SELF, Point.Meaning.NOTHING, null, true);
    loom.with(optional)
        .with("dispose", Event.CLOSING, SELF, null)
        .with("dispose", Event.CLOSED, SELF, null)
        .with("close", Event.CLOSED, SELF, parameter(Thread.class))
        .with("lost", Event.CLOSED, SELF, null)
        .with("text", Event.CLOSED, SELF, null);

    assertThat(loom.weave(classFile(Sample.class)).missing())
        .containsExactly("dispose", "close", "lost");
  }

  @Test
  void leaves_methods_without_code() throws ReflectiveOperationException {
    loom.with("close", Event.CLOSED, SELF, null).with("lost", Event.CLOSED, SELF, null);
    loom.load(Sample.class);
    Class<?> unwritten = loom.load(Sample.Unwritten.class);

    assertThat(unwritten.getDeclaredMethods()).hasSize(2);
    assertThat(loom.weave(classFile(Sample.Unwritten.class)).missing()).containsExactly("lost");
  }

  @Test
  void leaves_a_class_without_points_as_it_is() {
    byte[] original = classFile(Sample.class);

    assertThat(text(loom.weave(original).classFile())).isEqualTo(text(original));
  }

  private static String text(byte[] classFile) {
    StringWriter text = new StringWriter();
    new ClassReader(classFile).accept(new TraceClassVisitor(new PrintWriter(text)), 0);
    return text.toString();
  }

  @Test
  void weaves_the_same_class_the_same_each_time() {
    loom.with("close", Event.CLOSED, SELF, null);
    byte[] original = classFile(Sample.class);
    byte[] before = original.clone();

    assertThat(new Loom().with("close", Event.CLOSED, SELF, null).weave(original).classFile())
        .isEqualTo(loom.weave(original).classFile())
        .isNotEqualTo(original);
    assertThat(original).isEqualTo(before);
  }

  private static Object call(Object target, String method, Class<?> type, Object argument)
      throws ReflectiveOperationException {
    return target.getClass().getMethod(method, type).invoke(target, argument);
  }

  private static Class<?> primitive(String name) {
    return switch (name) {
      case "int" -> int.class;
      case "long" -> long.class;
      case "float" -> float.class;
      default -> double.class;
    };
  }

  private static Object number(String type, int value) {
    return switch (type) {
      case "int" -> (Object) value;
      case "long" -> (Object) (long) value;
      case "float" -> (Object) (float) value;
      default -> (Object) (double) value;
    };
  }
}
