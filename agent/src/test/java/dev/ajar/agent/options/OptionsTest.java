package dev.ajar.agent.options;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OptionsTest {

  @Test
  void the_table_has_the_same_defaults() {
    assertThat(new Settings(Given.LIBRARIES).reading().options()).isEqualTo(Options.defaults());
  }

  @Test
  void watches_every_library_where_none_is_named() {
    assertThat(Options.defaults().watches("okhttp")).isTrue();
    assertThat(Given.read("libraries=all").options().watches("okhttp")).isTrue();
  }

  @Test
  void watches_only_the_named_libraries() {
    Options options = Given.read("libraries=okhttp+apache-5").options();

    assertThat(options.watches("okhttp")).isTrue();
    assertThat(options.watches("apache-5")).isTrue();
    assertThat(options.watches("jdk-http")).isFalse();
  }

  @Test
  void formats_may_be_switched_off_together_or_one_by_one() {
    assertThat(Given.read("formats=text").options().json()).isFalse();
    assertThat(Given.read("formats=json").options().text()).isFalse();
    Options none = Given.read("formats=none").options();
    assertThat(none.text() || none.json()).isFalse();
  }

  @Test
  void keeps_its_ledger_where_the_jvm_keeps_temporary_files_or_nowhere() {
    assertThat(Options.defaults().live()).isEqualTo(System.getProperty("java.io.tmpdir"));
    assertThat(Given.read("live=off").options().live()).isNull();
  }
}
