package dev.ajar.agent.exit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndingTest {

  @ParameterizedTest
  @CsvSource({
    "DestroyJavaVM, last thread done",
    "SIGTERM handler, SIGTERM",
    "SIGINT handler, SIGINT",
    "SIGHUP handler, SIGHUP",
    "main, 'System.exit on thread \"main\"'",
    "http-1, 'System.exit on thread \"http-1\"'",
    "SIGNAL, 'System.exit on thread \"SIGNAL\"'",
    "event handler, 'System.exit on thread \"event handler\"'",
  })
  void tells_how_the_jvm_came_to_its_end(String thread, String expected) {
    assertThat(Ending.of(new Thread(() -> {}, thread))).isEqualTo(expected);
  }
}
