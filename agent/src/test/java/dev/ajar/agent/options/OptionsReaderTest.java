package dev.ajar.agent.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsReaderTest {
  @TempDir Path directory;

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", ",", " , ,"})
  void nothing_set_is_the_defaults_without_a_word(String arguments) {
    Reading reading = new Given().arguments(arguments).read();

    assertThat(reading.options()).isEqualTo(Options.defaults());
    assertThat(reading.values()).isEmpty();
    assertThat(reading.sources()).isEmpty();
    assertThat(reading.problems()).isEmpty();
  }

  @Test
  void reads_every_option_from_the_agent_arguments() {
    Reading reading =
        Given.read(
            "output=/var/tmp/x-%p,formats=json,service=orders,build=7,depth=64,app=com.acme+org.acme,"
                + "libraries=okhttp,track=com.acme.Api:stop,quit+subtypes:com.acme.Base,suppressions=a.txt,baseline=b.json,fail-on=error,exit-code=3,live=/dev/shm,hook-wait=0,max-live=1000,thresholds=churn:9,quiet,help");

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.options())
        .isEqualTo(
            new Options(
                "/var/tmp/x-%p",
                false,
                true,
                "orders",
                "7",
                64,
                List.of("com.acme", "org.acme"),
                List.of("okhttp"),
                List.of(
                    new OwnClass("com.acme.Api", false, List.of("stop", "quit")),
                    new OwnClass("com.acme.Base", true, List.of("close"))),
                "a.txt",
                "b.json",
                "error",
                3,
                "/dev/shm",
                0,
                1000,
                "piled-up:5+partial:3+churn:9",
                true,
                true));
  }

  @Test
  void says_that_a_severity_alone_changes_no_exit_status() {
    assertThat(Given.read("fail-on=error").problems())
        .containsExactly("option fail-on (from agent arguments) does nothing without exit-code");
    assertThat(Given.read("fail-on=eror,exit-code=256").problems())
        .containsExactly(
            "option fail-on=eror (from agent arguments) is none; did you mean \"error\"? warning is"
                + " used.",
            "option exit-code=256 (from agent arguments) is not a number from 1 to 255; it is"
                + " ignored.");
  }

  @Test
  void mirrors_each_option_as_a_system_property() {
    Reading reading = new Given().property("ajar.max-live", "9").read();

    assertThat(reading.options().maxLive()).isEqualTo(9);
    assertThat(reading.sources()).containsExactly(entry("max-live", "-Dajar.max-live"));
  }

  @Test
  void mirrors_each_option_as_an_environment_variable() {
    Reading reading = new Given().variable("AJAR_MAX_LIVE", "9").read();

    assertThat(reading.options().maxLive()).isEqualTo(9);
    assertThat(reading.sources()).containsExactly(entry("max-live", "AJAR_MAX_LIVE"));
  }

  @Test
  void arguments_win_over_properties_over_variables_over_the_file() throws IOException {
    Path file =
        Files.writeString(directory.resolve("a"), "service=file\nbuild=file\ndepth=4\nmax-live=4");
    Reading reading =
        Given.configFile(file + ",service=argument")
            .property("ajar.service", "property")
            .property("ajar.build", "property")
            .variable("AJAR_SERVICE", "variable")
            .variable("AJAR_BUILD", "variable")
            .variable("AJAR_DEPTH", "3")
            .read();

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.values())
        .containsExactly(
            entry("service", "argument"),
            entry("build", "property"),
            entry("depth", "3"),
            entry("max-live", "4"),
            entry("config", file.toString()));
    assertThat(reading.sources())
        .containsExactly(
            entry("service", "agent arguments"),
            entry("build", "-Dajar.build"),
            entry("depth", "AJAR_DEPTH"),
            entry("max-live", PrintableText.echo(file.toString()) + ":4"),
            entry("config", "agent arguments"));
  }

  @Test
  void the_file_may_be_named_by_a_property_or_a_variable() throws IOException {
    Path three = Files.writeString(directory.resolve("three"), "depth=3");
    Path four = Files.writeString(directory.resolve("four"), "depth=4");
    Given given = new Given().variable("AJAR_CONFIG", three.toString());

    assertThat(given.read().options().depth()).isEqualTo(3);
    given.property("ajar.config", four.toString());
    assertThat(given.read().options().depth()).isEqualTo(4);
  }

  @Test
  void the_last_of_two_equal_keys_counts() {
    assertThat(Given.read("depth=3,depth=4").options().depth()).isEqualTo(4);
  }

  @Test
  void a_wrong_value_leaves_what_a_lower_source_set() {
    Reading reading =
        new Given().arguments("depth=abc,service=x").variable("AJAR_DEPTH", "64").read();

    assertThat(reading.options().depth()).isEqualTo(64);
    assertThat(reading.options().service()).isEqualTo("x");
    assertThat(reading.problems())
        .containsExactly(
            "option depth=abc (from agent arguments) is not a number from 1 to 256; 64 is used.");
  }

  @Test
  void a_wrong_value_that_is_overridden_is_told_with_the_value_that_is_used() {
    Reading reading = new Given().arguments("depth=64").property("ajar.depth", "abc").read();

    assertThat(reading.problems())
        .containsExactly(
            "option depth=abc (from -Dajar.depth) is not a number from 1 to 256; 64 is used.");
  }

  @Test
  void a_value_at_its_default_is_not_told() {
    Reading reading = Given.read("depth=032,formats=json+text,libraries=all,quiet=false");

    assertThat(reading.values()).isEmpty();
    assertThat(reading.sources()).isEmpty();
  }

  @Test
  void bare_flags_are_true_in_arguments_and_properties() {
    Reading reading = new Given().arguments("help").property("ajar.quiet", "").read();

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.options().help()).isTrue();
    assertThat(reading.options().quiet()).isTrue();
  }

  @Test
  void an_empty_flag_is_not_taken_for_a_bare_one() {
    Reading reading = Given.read("quiet=");

    assertThat(reading.options().quiet()).isFalse();
    assertThat(reading.problems())
        .containsExactly("option quiet= (from agent arguments) has no value; false is used.");
  }

  @Test
  void an_empty_variable_counts_as_not_set() {
    Reading reading = new Given().variable("AJAR_QUIET", "").variable("AJAR_SERVICE", " ").read();

    assertThat(reading.options()).isEqualTo(Options.defaults());
    assertThat(reading.problems()).isEmpty();
  }

  @Test
  void names_of_others_and_of_the_build_are_passed_over() {
    Reading reading =
        new Given()
            .property("ajarx", "1")
            .property("user.ajar.depth", "1")
            .property("ajar.depth", 7)
            .variable("AJARX", "1")
            .variable("ajar_depth", "1")
            .variable("AJAR_JDKS", "/opt/17")
            .read();

    assertThat(reading.options()).isEqualTo(Options.defaults());
    assertThat(reading.problems()).isEmpty();
  }

  @Test
  void what_is_read_cannot_be_changed() {
    Reading reading = Given.read("service=x,wrong");

    assertThat(reading.values()).isUnmodifiable();
    assertThat(reading.sources()).isUnmodifiable();
    assertThat(reading.problems()).isUnmodifiable();
  }
}
