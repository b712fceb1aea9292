package dev.ajar.agent.weave;

import static dev.ajar.agent.weave.Loom.SELF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ajar.agent.catalog.Point.Event;
import dev.ajar.agent.catalog.Value;
import dev.ajar.agent.weave.Loom.Passed;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StretchWeavingTest {

  private static final Value NOTHING = new Value(Value.Start.NOTHING, "", List.of());
  private static final Value FLAG = new Value(Value.Start.PARAMETER, Value.BOOLEAN, List.of());

  private final Loom loom = new Loom();

  @Test
  void a_method_is_entered_and_left_however_it_returns() throws ReflectiveOperationException {
    Method create =
        stretch("create").load(Stretches.class).getMethod("create", String.class, boolean.class);

    assertThat(create.invoke(null, "text", false)).isNotNull();
    assertThat(events()).containsExactly(Event.ENTERED, Event.LEFT);
    assertThat(create.invoke(null, null, true)).isNull();
    assertThat(events()).endsWith(Event.ENTERED, Event.LEFT).hasSize(4);
    assertThat(loom.passed).extracting(Passed::subject).containsOnly("create");
  }

  @Test
  void an_exception_that_leaves_a_method_is_told_and_thrown_on()
      throws ReflectiveOperationException {
    Method create =
        stretch("create").load(Stretches.class).getMethod("create", String.class, boolean.class);

    assertThatThrownBy(() -> create.invoke(null, null, false))
        .isInstanceOf(InvocationTargetException.class)
        .hasRootCauseInstanceOf(IllegalArgumentException.class)
        .hasRootCauseMessage("no text");
    assertThat(events()).containsExactly(Event.ENTERED, Event.FAILED);
  }

  @Test
  void of_two_stretches_in_one_method_the_one_that_begins_last_ends_first()
      throws ReflectiveOperationException {
    for (Event event : List.of(Event.ENTERED, Event.LEFT, Event.FAILED)) {
      loom.with("create", event, NOTHING, null).with("creat*", event, NOTHING, null);
    }
    Method create = loom.load(Stretches.class).getMethod("create", String.class, boolean.class);

    assertThat(create.invoke(null, "text", true)).isNotNull();
    assertThatThrownBy(() -> create.invoke(null, null, false)).hasRootCauseMessage("no text");
    assertThat(loom.passed)
        .extracting(passed -> passed.point().event() + " " + passed.point().method())
        .containsExactly(
            "ENTERED create",
            "ENTERED creat*",
            "LEFT creat*",
            "LEFT create",
            "ENTERED create",
            "ENTERED creat*",
            "FAILED creat*",
            "FAILED create");
  }

  @Test
  void a_constructor_is_entered_once_the_object_stands_and_left_after_it_opens()
      throws ReflectiveOperationException {
    loom.with("<init>", Event.ENTERED, NOTHING, null);
    loom.with("<init>", Event.LEFT, NOTHING, null);
    loom.with("<init>", Event.OPEN, SELF, null);
    loom.with("<init>", Event.FAILED, NOTHING, null);
    Class<?> woven = loom.load(Stretches.class);

    Object made = woven.getConstructor().newInstance();
    assertThat(events())
        .containsExactly(
            Event.ENTERED,
            Event.OPEN,
            Event.LEFT,
            Event.ENTERED,
            Event.OPEN,
            Event.LEFT,
            Event.ENTERED,
            Event.OPEN,
            Event.LEFT);
    assertThat(loom.passed.get(1).subject()).isSameAs(made);
  }

  @Test
  void an_exception_that_leaves_a_constructor_is_told_where_its_object_stood()
      throws ReflectiveOperationException {
    Constructor<?> constructor =
        stretch("<init>").load(Stretches.class).getConstructor(String.class, boolean.class);

    assertThatThrownBy(() -> constructor.newInstance(null, true)).hasRootCauseMessage("no text");
    assertThat(events()).containsExactly(Event.ENTERED, Event.FAILED);
  }

  @Test
  void a_boolean_is_passed_boxed() throws ReflectiveOperationException {
    Value field =
        new Value(
            Value.Start.SELF,
            "",
            List.of(new Value.Step(Value.How.FIELD, "shared", Value.BOOLEAN)));
    loom.with("<init>", Event.EXEMPT, SELF, FLAG).with("<init>", Event.EXEMPT, SELF, field);
    Class<?> woven = loom.load(Stretches.class);

    woven.getConstructor(String.class, boolean.class).newInstance("text", true);
    woven.getConstructor(String.class, boolean.class).newInstance("text", false);
    assertThat(loom.passed).extracting(Passed::argument).containsExactly(true, true, false, false);
  }

  @Test
  void a_call_of_an_interface_is_one() throws ReflectiveOperationException {
    Value name =
        new Value(
            Value.Start.SELF,
            "",
            List.of(
                new Value.Step(Value.How.FIELD, "name", "java.util.function.Supplier"),
                new Value.Step(Value.How.INTERFACE_CALL, "get", "java.lang.Object")));
    Class<?> woven = loom.with("read", Event.USE, SELF, name).load(Stretches.class);

    Object made = woven.getConstructor(String.class, boolean.class).newInstance("a text", true);
    woven.getMethod("read").invoke(made);
    assertThat(loom.passed).extracting(Passed::argument).containsExactly("a text");
  }

  @Test
  void the_end_of_a_stream_is_told_at_each_return_of_minus_one()
      throws ReflectiveOperationException {
    Class<?> woven = loom.with("read", Event.DRAINED, SELF, null).load(Stretches.class);
    Object made = woven.getConstructor().newInstance();
    Method read = woven.getMethod("read");

    assertThat(read.invoke(made)).isEqualTo(1);
    assertThat(read.invoke(made)).isEqualTo(2);
    assertThat(loom.passed).isEmpty();
    assertThat(read.invoke(made)).isEqualTo(-1);
    assertThat(loom.passed).extracting(Passed::subject).containsExactly(made);

    Object other = woven.getConstructor().newInstance();
    List<String> seen = new ArrayList<>();
    Method into = woven.getMethod("read", byte[].class, List.class);
    assertThat(into.invoke(other, new byte[1], seen)).isEqualTo(1);
    assertThat(into.invoke(other, new byte[2], seen)).isEqualTo(-1);
    assertThat(seen).containsExactly("end");
    assertThat(loom.passed).hasSize(3); // both methods return -1, one inside the other
  }

  @Test
  void only_an_int_can_be_the_end_of_a_stream() throws ReflectiveOperationException {
    Class<?> woven = loom.with("skip", Event.DRAINED, SELF, null).load(Stretches.class);

    Object made = woven.getConstructor().newInstance();
    assertThat(woven.getMethod("skip", long.class).invoke(made, 3)).isEqualTo(-1L);
    assertThat(loom.passed).isEmpty();
  }

  @Test
  void a_star_at_the_end_of_a_name_stands_for_all_that_begin_so()
      throws ReflectiveOperationException {
    Class<?> woven = loom.with("lambda$new$*", Event.USE, NOTHING, null).load(Stretches.class);

    Object made = woven.getConstructor(String.class, boolean.class).newInstance("text", true);
    assertThat(made).isNotNull();
    assertThat(loom.passed).isEmpty();
    assertThat(loom.weave(Loom.classFile(Stretches.class)).missing()).isEmpty();
  }

  private Loom stretch(String method) {
    return loom.with(method, Event.ENTERED, NOTHING, null)
        .with(method, Event.LEFT, NOTHING, null)
        .with(method, Event.FAILED, NOTHING, null);
  }

  private List<Event> events() {
    return loom.passed.stream().map(passed -> passed.point().event()).toList();
  }
}
