package dev.ajar.agent.options;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemsTest {

  @Test
  void an_unknown_key_is_told_with_the_nearest_one() {
    assertThat(Given.read("ouput=x").problems())
        .containsExactly(
            "unknown option \"ouput\" (from agent arguments); did you mean \"output\"? "
                + "It is ignored.");
  }

  @Test
  void an_unknown_key_of_each_source_is_told_with_its_own_name() {
    Reading reading = new Given().property("ajar.depht", "1").variable("AJAR_MAXLIVE", "1").read();

    assertThat(reading.problems())
        .containsExactly(
            "unknown option \"maxlive\" (from AJAR_MAXLIVE); did you mean \"max-live\"? "
                + "It is ignored.",
            "unknown option \"depht\" (from -Dajar.depht); did you mean \"depth\"? It is ignored.");
  }

  @Test
  void an_unknown_key_that_is_like_none_is_told_alone() {
    assertThat(Given.read("frobnicate=1").problems())
        .containsExactly("unknown option \"frobnicate\" (from agent arguments); it is ignored.");
  }

  @Test
  void a_list_torn_apart_by_its_comma_is_told_how_lists_are_joined() {
    Reading reading = Given.read("formats=text,json");

    assertThat(reading.options().json()).isFalse();
    assertThat(reading.problems())
        .containsExactly(
            "unknown option \"json\" (from agent arguments); it is ignored. "
                + "A list is joined by +.");
  }

  @Test
  void a_wrong_value_of_an_option_without_default_is_told_as_ignored() {
    assertThat(Given.read("service").problems())
        .containsExactly("option service (from agent arguments) has no value; it is ignored.");
  }

  @Test
  void a_wrong_name_is_told_with_the_nearest_one_and_the_value_used() {
    assertThat(Given.read("libraries=jdk-http+okhtp").problems())
        .containsExactly(
            "option libraries=jdk-http+okhtp (from agent arguments) has \"okhtp\"; "
                + "did you mean \"okhttp\"? all is used.");
  }

  @Test
  void echoes_are_cut_and_made_printable() {
    assertThat(Given.read("frob\nicate=1,service=\u001b[31m" + "x".repeat(200)).problems())
        .containsExactly(
            "unknown option \"frob?icate\" (from agent arguments); it is ignored.",
            "option service=?[31m"
                + "x".repeat(72)
                + "... (from agent arguments) has characters that cannot be printed; "
                + "it is ignored.");
  }

  @Test
  void the_value_used_instead_is_cut_too() {
    String path = "/" + "x".repeat(200);

    assertThat(Given.read("output=" + path + ",output=").problems())
        .containsExactly(
            "option output= (from agent arguments) has no value; "
                + path.substring(0, 77)
                + "... is used.");
  }

  @Test
  void a_flood_is_counted_after_twenty_lines() {
    assertThat(Given.read("wrong=1,".repeat(23)).problems())
        .hasSize(21)
        .last()
        .isEqualTo("Problems with options that are not shown here: 3.");
  }

  @Test
  void twenty_problems_are_all_shown() {
    assertThat(Given.read("wrong=1,".repeat(20)).problems())
        .hasSize(20)
        .allMatch(line -> line.startsWith("unknown option \"wrong\""));
  }
}
