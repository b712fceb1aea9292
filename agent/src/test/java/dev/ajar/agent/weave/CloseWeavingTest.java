package dev.ajar.agent.weave;

import static dev.ajar.agent.weave.Loom.SELF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ajar.agent.catalog.Point.Event;
import dev.ajar.agent.catalog.Value;
import dev.ajar.agent.weave.Loom.Passed;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.Test;

class CloseWeavingTest {

  private static final Value THROWN = new Value(Value.Start.THROWN, "", List.of());
  private static final Value HELD =
      new Value(
          Value.Start.SELF,
          "",
          List.of(new Value.Step(Value.How.FIELD, "held", "java.lang.Object")));

  private final Loom loom = new Loom();

  @Test
  void an_exception_that_leaves_a_close_is_told_with_its_object_and_thrown_on()
      throws ReflectiveOperationException {
    Class<?> woven = close("close", SELF).load(Closings.class);
    Object closing = woven.getConstructor(boolean.class).newInstance(true);

    assertThatThrownBy(() -> woven.getMethod("close").invoke(closing))
        .hasRootCauseInstanceOf(IOException.class)
        .hasRootCauseMessage("refused");
    assertThat(events()).containsExactly(Event.CLOSING, Event.CLOSE_THREW);
    assertThat(loom.passed).extracting(Passed::subject).containsOnly(closing);
    assertThat(loom.passed.get(1).argument()).isInstanceOf(IOException.class);
  }

  @Test
  void a_close_that_ends_well_tells_no_exception() throws ReflectiveOperationException {
    Class<?> woven = close("close", SELF).load(Closings.class);

    woven.getMethod("close").invoke(woven.getConstructor(boolean.class).newInstance(false));
    assertThat(events()).containsExactly(Event.CLOSING, Event.CLOSED);
  }

  @Test
  void what_is_closed_may_be_a_field_and_the_method_empty() throws ReflectiveOperationException {
    close("empty", HELD);
    Class<?> woven = close("close", HELD).load(Closings.class);
    Object closing = woven.getConstructor(boolean.class).newInstance(true);

    woven.getMethod("empty").invoke(closing);
    assertThatThrownBy(() -> woven.getMethod("close").invoke(closing)).isNotNull();
    assertThat(loom.passed).extracting(Passed::subject).containsOnly("held");
    assertThat(events()).endsWith(Event.CLOSE_THREW).hasSize(4);
  }

  @Test
  void only_what_the_method_lets_through_counts() throws ReflectiveOperationException {
    Class<?> woven = close("caught", SELF).load(Closings.class);
    Object closing = woven.getConstructor(boolean.class).newInstance(true);
    Method caught = woven.getMethod("caught", long.class, double.class);

    assertThat(caught.invoke(closing, 10L, 1.0)).isEqualTo(10L);
    assertThat(events()).containsExactly(Event.CLOSING, Event.CLOSED);
    assertThatThrownBy(() -> caught.invoke(closing, -1L, 1.0))
        .hasCauseInstanceOf(IllegalStateException.class);
    assertThat(events()).endsWith(Event.CLOSING, Event.CLOSE_THREW).hasSize(4);
    assertThat(Thread.holdsLock(closing)).isFalse();
  }

  @Test
  void a_stretch_that_an_exception_ends_in_a_close_ends_too() throws ReflectiveOperationException {
    close("close", SELF);
    for (Event event : List.of(Event.ENTERED, Event.LEFT, Event.FAILED)) {
      loom.with("close", event, SELF, null);
    }
    Class<?> woven = loom.load(Closings.class);
    Object closing = woven.getConstructor(boolean.class).newInstance(true);

    assertThatThrownBy(() -> woven.getMethod("close").invoke(closing)).isNotNull();
    assertThat(events())
        .containsExactly(Event.CLOSING, Event.ENTERED, Event.CLOSE_THREW, Event.FAILED);
  }

  @Test
  void a_static_method_has_no_object_to_tell_of() throws ReflectiveOperationException {
    Class<?> woven = close("ofAnother", SELF).load(Closings.class);
    Object closing = woven.getConstructor(boolean.class).newInstance(true);

    assertThatThrownBy(() -> woven.getMethod("ofAnother", woven).invoke(null, closing))
        .hasRootCauseMessage("refused");
    assertThat(loom.passed).isEmpty();
  }

  private Loom close(String method, Value subject) {
    return loom.with(method, Event.CLOSING, subject, null)
        .with(method, Event.CLOSED, subject, null)
        .with(method, Event.CLOSE_THREW, subject, THROWN);
  }

  private List<Event> events() {
    return loom.passed.stream().map(passed -> passed.point().event()).toList();
  }
}
