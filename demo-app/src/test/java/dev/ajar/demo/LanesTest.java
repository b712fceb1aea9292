package dev.ajar.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanesTest {

  private final Lanes lanes = new Lanes("llm", 32);

  @Test
  void spreads_conversations_over_all_its_threads() throws IOException {
    Set<String> threads = new TreeSet<>();
    for (int conversation = 0; conversation < 500; conversation++) {
      threads.add(threadOf(conversation));
    }
    assertThat(threads)
        .isEqualTo(
            IntStream.rangeClosed(1, 32).mapToObj(n -> "llm-" + n).collect(Collectors.toSet()));
  }

  @Test
  void answers_all_turns_of_a_conversation_on_one_thread() throws IOException {
    assertThat(threadOf(7)).isEqualTo(threadOf(7)).isEqualTo("llm-8");
  }

  @Test
  void hands_on_the_failure_of_a_turn() {
    var busy = new BackendBusy("llm");
    assertThatThrownBy(
            () ->
                lanes.answer(
                    1,
                    () -> {
                      throw busy;
                    }))
        .isSameAs(busy);
  }

  private String threadOf(int conversation) throws IOException {
    return lanes.answer(conversation, () -> Thread.currentThread().getName());
  }
}
