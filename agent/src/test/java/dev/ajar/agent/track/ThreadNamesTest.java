package dev.ajar.agent.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreadNamesTest {

  @ParameterizedTest
  @CsvSource({
    "main, main",
    "'', ''",
    "42, %d",
    "llm-17, llm-%d",
    "pool-3-thread-001, pool-%d-thread-%d",
    "http-nio-8080-exec-9, http-nio-%d-exec-%d",
    "1a22b, %da%db",
    "worker-٣, worker-٣",
    "100% sure, %d% sure"
  })
  void takes_out_the_numbers(String name, String pattern) {
    assertThat(ThreadNames.pattern(name)).isEqualTo(pattern);
  }

  @Test
  void cuts_a_long_name() {
    assertThat(ThreadNames.pattern("x".repeat(5_000))).isEqualTo("x".repeat(80));
    assertThat(ThreadNames.pattern("a1".repeat(5_000))).hasSizeBetween(80, 81);
  }

  @Test
  void is_short_for_a_number_of_any_length() {
    assertThat(ThreadNames.pattern("request-" + "1234567890".repeat(100))).isEqualTo("request-%d");
  }

  @Test
  void tells_virtual_threads_where_the_jdk_has_them() throws Exception {
    assertThat(ThreadNames.isVirtual(Thread.currentThread())).isFalse();

    AtomicBoolean virtual = new AtomicBoolean();
    Runnable look = () -> virtual.set(ThreadNames.isVirtual(Thread.currentThread()));
    boolean started = startVirtually(look);
    assertThat(virtual.get()).isEqualTo(started);
  }

  /** False if this JDK has no virtual threads. */
  private static boolean startVirtually(Runnable body) throws Exception {
    for (Method method : Thread.class.getMethods()) {
      if (method.getName().equals("startVirtualThread")
          && Arrays.equals(method.getParameterTypes(), new Class<?>[] {Runnable.class})
          && Runtime.version().feature() >= 21) {
        ((Thread) method.invoke(null, body)).join();
        return true;
      }
    }
    return false;
  }
}
