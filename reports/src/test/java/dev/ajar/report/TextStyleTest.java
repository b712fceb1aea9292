package dev.ajar.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextStyleTest {

  @Test
  void uses_more_than_ascii_for_unicode_only() {
    assertThat(TextStyle.of(UTF_8).unicode()).isTrue();
    assertThat(TextStyle.of(UTF_16LE).unicode()).isTrue();
    assertThat(TextStyle.of(US_ASCII).unicode()).isFalse();
    assertThat(TextStyle.of(ISO_8859_1).unicode()).isFalse();
  }

  @Test
  void keeps_names_in_any_script() {
    String name = "caf\u00e9-\u6771\u4eac-\ud83d\ude00";

    assertThat(new TextStyle(true, 80).clean(name)).isEqualTo(name);
    assertThat(new TextStyle(false, 80).clean(name)).isEqualTo("caf?-??-?");
  }

  @Test
  void puts_a_plain_sign_for_a_typographic_one() {
    assertThat(new TextStyle(false, 80).clean("\u201ca\u201d \u2013 it\u2019s 2\u00d73\u2026"))
        .isEqualTo("\"a\" - it's 2x3...");
  }
}
