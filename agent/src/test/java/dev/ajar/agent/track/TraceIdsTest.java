package dev.ajar.agent.track;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.ledger.LedgerWriter;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TraceIdsTest {

  private static final Map<String, String> CONTEXT = new ConcurrentHashMap<>();
  private static boolean broken;

  private final LedgerWriter ledger = LedgerWriter.open(null, 10, 1);
  private Class<?> initialised = Mdc.class;
  private final TraceIds ids = new TraceIds(ledger, (loader, name) -> initialised);

  /** What an application has. */
  public static final class Mdc {

    public static String get(String key) {
      if (broken) {
        throw new IllegalStateException("no adapter");
      }
      return CONTEXT.get(key);
    }

    private Mdc() {}
  }

  @BeforeEach
  void askIt() {
    CONTEXT.clear();
    broken = false;
    ids.ask("org.slf4j.MDC", new WeakReference<>(getClass().getClassLoader()));
  }

  @Test
  void are_under_either_key() {
    assertThat(ids.current()).isNull();
    CONTEXT.put("trace_id", "00f067aa0ba902b7");
    assertThat(ids.current()).isEqualTo("00f067aa0ba902b7");
    CONTEXT.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
    assertThat(ids.current()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
  }

  @Test
  void are_not_what_cannot_be_one() {
    for (String none :
        new String[] {
          "", "00000000000000000000000000000000", "x".repeat(41), "a b", "a\u001b[31m", "\u6771"
        }) {
      CONTEXT.put("traceId", none);
      assertThat(ids.current()).as(none).isNull();
    }
  }

  @Test
  void are_not_asked_for_before_the_class_is_initialised() {
    CONTEXT.put("traceId", "7");
    initialised = null;
    assertThat(ids.current()).isNull();
    initialised = Mdc.class;
    assertThat(ids.current()).isEqualTo("7");
  }

  @Test
  void are_given_up_with_one_line_where_the_application_fails() {
    CONTEXT.put("traceId", "7");
    broken = true;
    assertThat(ids.current()).isNull();
    assertThat(ids.current()).isNull();
    broken = false;
    assertThat(ids.current()).isNull();

    assertThat(ledger.read().problems())
        .containsExactly(
            "trace ids of org.slf4j.MDC cannot be read: java.lang.IllegalStateException: no adapter");
  }

  @Test
  void are_given_up_where_the_class_is_another() {
    initialised = String.class;

    assertThat(ids.current()).isNull();
    assertThat(ledger.read().problems()).hasSize(1);
  }

  @Test
  void come_from_a_few_copies_of_a_class_and_from_each_once() {
    for (int copy = 0; copy < 20; copy++) {
      WeakReference<ClassLoader> loader = new WeakReference<>(new ClassLoader(null) {});
      ids.ask("org.slf4j.MDC", loader);
      ids.ask("org.slf4j.MDC", loader);
    }
    initialised = String.class;

    assertThat(ids.current()).isNull();
    assertThat(ledger.read().problems()).hasSizeBetween(1, 8);
  }
}
