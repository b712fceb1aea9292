package dev.ajar.agent.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

  @ParameterizedTest
  @CsvSource({
    "ouput,     output",
    "outputt,   output",
    "uotput,    output",
    "OUTPUT,    output",
    "format,    formats",
    "maxLive,   max-live",
    "max_live,  max-live",
    "librarys,  libraries",
    "quite,     quiet",
    "ap,        app",
  })
  void finds_what_was_probably_meant(String given, String nearest) {
    assertThat(NearestName.of(given, Option.keys())).isEqualTo(nearest);
  }

  @ParameterizedTest
  @CsvSource({"''", "json", "budget", "frobnicate"})
  void finds_nothing_for_what_is_like_no_name(String given) {
    assertThat(NearestName.of(given, Option.keys())).isNull();
  }

  @Test
  void allows_two_edits_in_a_short_name_and_a_third_of_a_long_one() {
    assertThat(NearestName.of("abcxx", List.of("abcde"))).isEqualTo("abcde");
    assertThat(NearestName.of("abxxx", List.of("abcde"))).isNull();
    assertThat(NearestName.of("abcdefxxx", List.of("abcdefghi"))).isEqualTo("abcdefghi");
    assertThat(NearestName.of("abcdexxxx", List.of("abcdefghi"))).isNull();
  }

  @Test
  void takes_the_first_of_equally_near_names() {
    assertThat(NearestName.of("cat", List.of("bat", "hat"))).isEqualTo("bat");
  }

  @Test
  void prefers_the_nearer_of_two_names() {
    assertThat(NearestName.of("okhttp4", List.of("okhttp3x", "okhttp"))).isEqualTo("okhttp");
  }

  @Test
  void knows_no_name_among_none() {
    assertThat(NearestName.of("x".repeat(100_000), List.of())).isNull();
  }
}
