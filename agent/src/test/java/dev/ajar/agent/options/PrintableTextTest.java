package dev.ajar.agent.options;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTextTest {

  @ParameterizedTest
  @ValueSource(strings = {"\0", "\t", "\n", "\r", "\u001b", "\u007f", "\u0085", "\u2028", "\u2029"})
  void controls_and_line_breaks_become_question_marks(String character) {
    assertThat(PrintableText.isPrintable("a" + character)).isFalse();
    assertThat(PrintableText.echo("a" + character + "b")).isEqualTo("a?b");
  }

  @Test
  void halves_of_characters_become_question_marks() {
    assertThat(PrintableText.echo("\udc00a\ud800")).isEqualTo("?a?");
  }

  @Test
  void letters_and_whole_characters_stay() {
    assertThat(PrintableText.echo("aß語🚪 \"%s\"")).isEqualTo("aß語🚪 \"%s\"");
  }

  @Test
  void eighty_characters_stay_and_more_are_cut() {
    assertThat(PrintableText.echo("x".repeat(80))).isEqualTo("x".repeat(80));
    assertThat(PrintableText.echo("x".repeat(81))).isEqualTo("x".repeat(77) + "...");
  }

  @Test
  void a_cut_never_leaves_half_a_character() {
    assertThat(PrintableText.echo("x".repeat(76) + "🚪".repeat(9)))
        .isEqualTo("x".repeat(76) + "?...");
  }
}
