package dev.ajar.agent.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentStringTest {

  @Test
  void commas_separate_and_blanks_around_are_dropped() {
    assertThat(settings(" service = orders , depth=3 ,, quiet ,"))
        .containsExactly(
            setting("service", "orders"), setting("depth", "3"), setting("quiet", null));
  }

  @Test
  void a_value_may_hold_equals_signs() {
    assertThat(settings("build=a=b")).containsExactly(setting("build", "a=b"));
  }

  @Test
  void a_quoted_value_holds_commas_and_blanks() {
    assertThat(settings("service=\" a,b=c \",depth=3"))
        .containsExactly(setting("service", " a,b=c "), setting("depth", "3"));
  }

  @Test
  void an_empty_pair_of_quotes_is_an_empty_value() {
    assertThat(settings("service=\"\",quiet"))
        .containsExactly(setting("service", ""), setting("quiet", null));
  }

  @Test
  void a_quote_without_its_second_hides_nothing_behind_it() {
    Reading reading = Given.read("service=\"a,depth=3");

    assertThat(reading.options().depth()).isEqualTo(3);
    assertThat(reading.options().service()).isNull();
    assertThat(reading.problems())
        .containsExactly(
            "option service=\"a (from agent arguments) has a stray double quote; it is ignored.");
  }

  @Test
  void text_behind_the_second_quote_is_no_part_of_a_value() {
    assertThat(Given.read("service=\"a,b\"c").problems())
        .containsExactly(
            "option service=\"a,b\"c (from agent arguments) has a stray double quote; "
                + "it is ignored.");
  }

  @Test
  void a_value_without_a_key_is_an_unknown_option() {
    assertThat(Given.read("=x").problems())
        .containsExactly("unknown option \"\" (from agent arguments); it is ignored.");
  }

  private static List<Setting> settings(String arguments) {
    List<Setting> settings = new ArrayList<>();
    ArgumentString.addSettings(arguments, settings);
    return settings;
  }

  private static Setting setting(String key, String value) {
    return new Setting(key, value, "agent arguments");
  }
}
