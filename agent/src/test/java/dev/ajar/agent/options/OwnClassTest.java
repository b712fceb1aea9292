package dev.ajar.agent.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnClassTest {

  @TempDir Path directory;

  @Test
  void a_class_without_methods_is_closed_by_close() {
    assertThat(OwnClass.parse("com.acme.Api"))
        .isEqualTo(new OwnClass("com.acme.Api", false, List.of("close")));
  }

  @Test
  void methods_are_joined_by_commas_and_a_nested_class_has_its_binary_name() {
    assertThat(OwnClass.parse("com.acme.Api$Pool:close,shutdown"))
        .isEqualTo(new OwnClass("com.acme.Api$Pool", false, List.of("close", "shutdown")));
  }

  @Test
  void in_the_agent_arguments_its_methods_go_on_until_the_next_setting() {
    Reading reading = Given.read("track=com.acme.Api:close,shutdown,quiet,depth=5");

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.options().track())
        .containsExactly(new OwnClass("com.acme.Api", false, List.of("close", "shutdown")));
    assertThat(reading.options().quiet()).isTrue();
    assertThat(reading.options().depth()).isEqualTo(5);
    assertThat(reading.values()).containsEntry("track", "com.acme.Api:close,shutdown");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "com.acme.Api:clo-se, \"has \"\"clo-se\"\", which is no method name\"",
        "com..Api, \"has \"\"com..Api\"\", which is no class name\"",
        "com/acme/Api, \"has \"\"com/acme/Api\"\", which is no class name\"",
        "com.acme.Api:, names no method that closes com.acme.Api",
        "subtypes:, \"has \"\"\"\", which is no class name\""
      })
  void what_is_no_class_is_one_clear_line(String text, String reason) {
    Reading reading = Given.read("track=" + text);

    assertThat(reading.options().track()).isEmpty();
    assertThat(reading.problems())
        .singleElement()
        .asString()
        .startsWith("option track=" + text)
        .contains(reason)
        .endsWith("it is ignored.");
  }

  @Test
  void a_file_of_rules_adds_classes_and_a_wrong_line_loses_no_other() throws IOException {
    Path file = directory.resolve("own.rules");
    Files.writeString(
        file,
        """
        # ours
        com.acme.Api:stop

        com.acme.2nd
        subtypes:com.acme.Base:close,quit
        """);
    Reading reading = Given.read("track=com.acme.First,rules=" + file);

    assertThat(reading.options().track())
        .containsExactly(
            new OwnClass("com.acme.First", false, List.of("close")),
            new OwnClass("com.acme.Api", false, List.of("stop")),
            new OwnClass("com.acme.Base", true, List.of("close", "quit")));
    assertThat(reading.problems())
        .containsExactly(
            "rule com.acme.2nd (from "
                + file
                + ":4) has \"com.acme.2nd\", which is no class name; it is ignored.");
  }

  @Test
  void a_file_of_rules_that_cannot_be_read_is_one_line() {
    Path file = directory.resolve("none");

    assertThat(Given.read("rules=" + file).problems())
        .containsExactly("rules file " + file + " cannot be read: no such file");
  }
}
