package dev.ajar.agent.options;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.report.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionValueTest {

  @ParameterizedTest
  @CsvSource({
    "OUTPUT,   reports/%s-%t,     reports/%s-%t",
    "FORMATS,  text,              text",
    "FORMATS,  json + text,       text+json",
    "FORMATS,  'text,json',       text+json",
    "FORMATS,  +json+json+,       json",
    "FORMATS,  none,              none",
    "SERVICE,  Bücher & Co,       Bücher & Co",
    "BUILD,    2026.11.21-3,      2026.11.21-3",
    "DEPTH,    1,                 1",
    "DEPTH,    0256,              256",
    "APP,      'com.acme, org.x', com.acme+org.x",
    "APP,      acme,              acme",
    "LIBRARIES,apache-5+jdk-http, jdk-http+apache-5",
    "LIBRARIES,all,               all",
    "LIVE,     off,               off",
    "LIVE,     /dev/shm,          /dev/shm",
    "MAX_LIVE, 10000000,          10000000",
    "HOOK_WAIT, 0,                0",
    "HOOK_WAIT, 3600,             3600",
    "THRESHOLDS, churn:20,        piled-up:5+partial:3+churn:20",
    "THRESHOLDS, churn : 7 + piled-up:010, piled-up:10+partial:3+churn:7",
    "QUIET,    true,              true",
    "HELP,     false,             false",
    "CONFIG,   a b.conf,          a b.conf",
  })
  void has_one_way_to_write_a_right_value(Option option, String value, String text) {
    assertThat(OptionValue.of(option, value, Given.LIBRARIES))
        .isEqualTo(new OptionValue(true, text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "257", "-1", "+1", "1.0", "abc", "3x", "0x10", "99999999999999999999", "٣"})
  void a_depth_is_a_number_from_1_to_256(String value) {
    assertThat(OptionValue.of(Option.DEPTH, value, Given.LIBRARIES))
        .isEqualTo(new OptionValue(false, "is not a number from 1 to 256"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "10000001", "2147483648", "65_536"})
  void max_live_is_a_number_from_1_to_ten_million(String value) {
    assertThat(OptionValue.of(Option.MAX_LIVE, value, Given.LIBRARIES))
        .isEqualTo(new OptionValue(false, "is not a number from 1 to 10000000"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "churm:1 | has \"churm\"; did you mean \"churn\"?",
        "speed:1 | has \"speed\", which is not one of piled-up, partial, churn",
        "churn | has for churn what is not a number from 1 to 1000000",
        "churn:0 | has for churn what is not a number from 1 to 1000000",
        "partial:3+churn:1000001 | has for churn what is not a number from 1 to 1000000",
        "+ | has no value",
      })
  void a_threshold_is_a_name_with_a_number(String value, String reason) {
    assertThat(OptionValue.of(Option.THRESHOLDS, value, Given.LIBRARIES))
        .isEqualTo(new OptionValue(false, reason));
  }

  @Test
  void the_thresholds_are_those_of_the_report() {
    assertThat(Option.THRESHOLDS.standard()).isEqualTo(Limits.DEFAULT.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRUE", "yes", "1", "tru"})
  void a_flag_is_true_or_false(String value) {
    assertThat(OptionValue.of(Option.QUIET, value, Given.LIBRARIES))
        .isEqualTo(new OptionValue(false, "is not true or false"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"com.acme.*", "com..acme", ".acme", "acme.", "a-b", "1a", "a b", "a/b"})
  void a_package_is_made_of_java_names(String value) {
    assertThat(OptionValue.of(Option.APP, "org.x+" + value, Given.LIBRARIES))
        .isEqualTo(new OptionValue(false, "has \"" + value + "\", which is no package name"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FORMATS   | text+jsn  | has \"jsn\"; did you mean \"json\"?",
        "FORMATS   | xml       | has \"xml\", which is not one of text, json or, alone, none",
        "FORMATS   | json+none | has \"none\", which is not one of text, json or, alone, none",
        "LIBRARIES | OkHttp    | has \"OkHttp\"; did you mean \"okhttp\"?",
        "LIBRARIES | spring    | has \"spring\", which is not one of jdk-http, okhttp, apache-5 "
            + "or, alone, all",
      })
  void a_list_of_names_holds_known_ones_only(Option option, String value, String reason) {
    assertThat(OptionValue.of(option, value, Given.LIBRARIES))
        .isEqualTo(new OptionValue(false, reason));
  }

  @ParameterizedTest
  @EnumSource(Option.class)
  void no_option_takes_an_empty_value(Option option) {
    OptionValue none = new OptionValue(false, "has no value");

    assertThat(OptionValue.of(option, "", Given.LIBRARIES)).isEqualTo(none);
    assertThat(OptionValue.of(option, "\u2003", Given.LIBRARIES)).isEqualTo(none);
  }

  @ParameterizedTest
  @EnumSource(
      value = Option.class,
      names = {"FORMATS", "APP", "LIBRARIES"})
  void no_list_is_empty(Option option) {
    assertThat(OptionValue.of(option, "+, ,", Given.LIBRARIES))
        .isEqualTo(new OptionValue(false, "has no value"));
  }

  @ParameterizedTest
  @EnumSource(Option.class)
  void only_flags_may_be_bare(Option option) {
    assertThat(OptionValue.of(option, null, Given.LIBRARIES).isRight()).isEqualTo(option.isFlag());
  }

  @ParameterizedTest
  @EnumSource(Option.class)
  void no_option_takes_what_cannot_be_printed(Option option) {
    OptionValue unprintable = new OptionValue(false, "has characters that cannot be printed");

    assertThat(OptionValue.of(option, "a\0b", Given.LIBRARIES)).isEqualTo(unprintable);
    assertThat(OptionValue.of(option, "a\tb", Given.LIBRARIES)).isEqualTo(unprintable);
    assertThat(OptionValue.of(option, "a\ud800b", Given.LIBRARIES)).isEqualTo(unprintable);
  }

  @ParameterizedTest
  @EnumSource(Option.class)
  void every_default_is_a_value_that_can_be_set(Option option) {
    String fallback = option.fallback();
    String unset =
        switch (option) {
          case TRACK -> "x:close";
          case EXIT_CODE -> "3";
          default -> "x";
        };
    String value = fallback == null ? unset : fallback;

    assertThat(OptionValue.of(option, value, Given.LIBRARIES))
        .isEqualTo(new OptionValue(true, value));
  }

  @Test
  void a_long_list_is_read_in_a_short_time() {
    StringBuilder packages = new StringBuilder("p0");
    for (int i = 1; i < 100_000; i++) {
      packages.append("+p").append(i);
    }

    assertThat(Given.read("app=" + packages).options().app()).hasSize(100_000);
  }
}
