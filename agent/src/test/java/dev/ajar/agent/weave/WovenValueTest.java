package dev.ajar.agent.weave;

import static dev.ajar.agent.weave.Loom.RESULT;
import static dev.ajar.agent.weave.Loom.SELF;
import static dev.ajar.agent.weave.Loom.classFile;
import static dev.ajar.agent.weave.Loom.parameter;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.agent.catalog.Point.Event;
import dev.ajar.agent.catalog.Value;
import dev.ajar.agent.weave.Loom.Passed;
import java.util.List;
import org.junit.jupiter.api.Test;

class WovenValueTest {

  private final Loom loom = new Loom();

  @Test
  void passes_what_a_static_factory_returns() throws ReflectiveOperationException {
    Class<?> sample = loom.with("create", Event.OPEN, RESULT, null).load(Sample.class);

    Object made = sample.getMethod("create", String.class).invoke(null, "one");
    assertThat(made).isInstanceOf(sample);
    Object none = sample.getMethod("create", int.class).invoke(null, 0);
    assertThat(none).isNull();
    assertThat(loom.passed).extracting(Passed::subject).containsExactly(made, null);
  }

  @Test
  void passes_the_name_of_a_class_beside_what_a_method_returns()
      throws ReflectiveOperationException {
    Value name = new Value(Value.Start.CLASS_NAME, "acme/A$B", List.of());
    Class<?> sample = loom.with("text", Event.OPEN, RESULT, name).load(Sample.class);

    call(sample.getConstructor().newInstance(), "text", int.class, 2);
    assertThat(loom.passed).hasSize(1);
    assertThat(loom.passed.get(0).subject()).isEqualTo("two");
    assertThat(loom.passed.get(0).argument()).isEqualTo("acme.A$B");
  }

  @Test
  void passes_what_a_method_returns_beside_its_object() throws ReflectiveOperationException {
    Class<?> sample = loom.with("text", Event.OWNING, SELF, RESULT).load(Sample.class);
    Object woven = sample.getConstructor().newInstance();

    assertThat(call(woven, "text", int.class, 2)).isEqualTo("two");
    assertThat(loom.passed).hasSize(1);
    assertThat(loom.passed.get(0).subject()).isSameAs(woven);
    assertThat(loom.passed.get(0).argument()).isEqualTo("two");
  }

  @Test
  void leaves_overloads_that_return_no_object() throws ReflectiveOperationException {
    Weaver woven = loom.with("create", Event.OPEN, RESULT, null).weave(classFile(Sample.class));
    Class<?> sample = loom.load(Sample.class);

    assertThat(sample.getMethod("create", long.class).invoke(null, 7L)).isEqualTo(7);
    assertThat(loom.passed).isEmpty();
    assertThat(woven.missing()).isEmpty();
  }

  @Test
  void passes_the_first_parameter_of_a_type_as_it_is_at_the_entry()
      throws ReflectiveOperationException {
    Class<?> sample =
        loom.with("send", Event.USE, SELF, parameter(String.class)).load(Sample.class);
    Object woven = sample.getConstructor().newInstance();
    Class<?>[] types = {int.class, long.class, double.class, String.class, String.class};
    sample.getMethod("send", types).invoke(woven, 1, 2L, 3.0, "the target", "another");

    assertThat(loom.passed).hasSize(1);
    assertThat(loom.passed.get(0).subject()).isSameAs(woven);
    assertThat(loom.passed.get(0).argument()).isEqualTo("the target");
  }

  @Test
  void passes_a_parameter_of_a_static_method_as_the_subject() throws ReflectiveOperationException {
    Class<?> sample =
        loom.with("sendFrom", Event.USE, parameter(Sample.class), parameter(String.class))
            .load(Sample.class);
    Object woven = sample.getConstructor().newInstance();
    sample.getMethod("sendFrom", long.class, sample, String.class).invoke(null, 1L, woven, null);

    assertThat(loom.passed).containsExactly(new Passed(loom.passed.get(0).point(), woven, null));
  }

  @Test
  void leaves_overloads_that_lack_the_parameter() throws ReflectiveOperationException {
    loom.with("send", Event.USE, SELF, parameter(String.class));
    assertThat(loom.weave(classFile(Sample.class)).missing()).isEmpty();
    Class<?> sample = loom.load(Sample.class);
    call(sample.getConstructor().newInstance(), "send", Object.class, "no String by its type");

    assertThat(loom.passed).isEmpty();
  }

  @Test
  void leaves_static_methods_that_have_no_object_of_their_own()
      throws ReflectiveOperationException {
    loom.with("sendFrom", Event.USE, SELF, null);
    Class<?> sample = loom.load(Sample.class);
    Object woven = sample.getConstructor().newInstance();
    sample.getMethod("sendFrom", long.class, sample, String.class).invoke(null, 1L, woven, "x");

    assertThat(loom.passed).isEmpty();
    assertThat(loom.weave(classFile(Sample.class)).missing()).containsExactly("sendFrom");
  }

  @Test
  void follows_a_field_and_a_method_of_what_it_holds() throws ReflectiveOperationException {
    Value.Step field = new Value.Step(Value.How.FIELD, "log", "java.lang.StringBuilder");
    Value.Step call = new Value.Step(Value.How.CALL, "toString", "java.lang.String");
    Value log = new Value(Value.Start.SELF, "", List.of(field));
    Value text = new Value(Value.Start.SELF, "", List.of(field, call));
    Class<?> sample = loom.with("<init>", Event.OPEN, log, text).load(Sample.class);
    sample.getConstructor(String.class).newInstance("one");

    assertThat(loom.passed).hasSize(1);
    assertThat(loom.passed.get(0).subject()).isInstanceOf(StringBuilder.class);
    assertThat(loom.passed.get(0).argument()).isEqualTo("log of one");
  }

  private static Object call(Object target, String method, Class<?> type, Object argument)
      throws ReflectiveOperationException {
    return target.getClass().getMethod(method, type).invoke(target, argument);
  }
}
