package dev.ajar.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ajar.agent.fork.Expectations;
import dev.ajar.agent.fork.Fork;
import dev.ajar.agent.fork.Jdk;
import dev.ajar.agent.fork.Outcome;
import dev.ajar.agent.fork.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Right options do what they say; wrong ones are a line each, and harm nobody. */
class OptionsIT {

  private static final String FROM_PROGRAM = "to stderr as well";

  @TempDir static Path classes;

  @TempDir Path directory;

  @BeforeAll
  static void compile() {
    Program unused = Program.compile("harmless", List.of(), classes);
  }

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void wrong_ones_are_a_line_each_with_the_nearest_name(Jdk jdk) throws IOException {
    Path config = directory.resolve("ajar.conf");
    Files.writeString(config, "# a comment\nlibraries=okhtp\nmax-life=3\nconfig=another\n");

    Outcome outcome =
        fork(jdk)
            .agent("dept=3,formats=txt,zzz,config=" + config)
            .jvm("-Dajar.depth=999", "-Dajar.quite")
            .environment("AJAR_SERVCE", "orders")
            .run("Hello", "client");

    List<String> expected =
        List.of(
            "option libraries=okhtp (from "
                + config
                + ":2) has \"okhtp\"; did you mean \"okhttp\"?"
                + " all is used.",
            "unknown option \"max-life\" (from "
                + config
                + ":3); did you mean \"max-live\"?"
                + " It is ignored.",
            "option config (from " + config + ":4) cannot be set in a file; it is ignored.",
            "unknown option \"servce\" (from AJAR_SERVCE); did you mean \"service\"?"
                + " It is ignored.",
            "option depth=999 (from -Dajar.depth) is not a number from 1 to 256; 32 is used.",
            "unknown option \"quite\" (from -Dajar.quite); did you mean \"quiet\"? It is ignored.",
            "unknown option \"dept\" (from agent arguments); did you mean \"depth\"?"
                + " It is ignored.",
            "option formats=txt (from agent arguments) has \"txt\"; did you mean \"text\"?"
                + " text+json is used.",
            "unknown option \"zzz\" (from agent arguments); it is ignored. A list is joined by +.");
    assertUnharmed(outcome);
    assertThat(problems(outcome)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(report(outcome).get("problems"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void a_file_of_random_bytes_is_one_line(Jdk jdk) throws IOException {
    byte[] noise = new byte[5_000];
    new Random(1).nextBytes(noise);
    assertOneLine(jdk, Files.write(directory.resolve("ajar.conf"), noise), "it is not UTF-8 text");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void a_file_that_is_not_there_is_one_line(Jdk jdk) {
    assertOneLine(jdk, directory.resolve("ajar.conf"), "no such file");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void a_directory_for_a_file_is_one_line(Jdk jdk) {
    assertOneLine(jdk, directory, "it is a directory");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void help_is_printed_and_the_application_runs(Jdk jdk) {
    Outcome outcome = fork(jdk).agent("help").run("Hello");

    assertThat(outcome.status()).isZero();
    assertThat(outcome.stdout()).isEqualTo("hello\n");
    assertThat(outcome.stderr())
        .startsWith("Options of Ajar: ")
        .contains("\n  output=PATTERN ")
        .contains("\n  config=FILE ")
        .endsWith("\n" + FROM_PROGRAM + "\n");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void quiet_writes_and_does_not_print(Jdk jdk) {
    Outcome outcome = fork(jdk).agent("quiet").run("Hello", "client");

    assertThat(outcome.stderr()).isEqualTo(FROM_PROGRAM + "\n");
    assertThat(report(outcome).get("findings")).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void text_alone_is_printed_and_not_written(Jdk jdk) {
    Outcome outcome = fork(jdk).agent("formats=text").run("Hello", "client");

    assertUnharmed(outcome);
    assertThat(outcome.said()).doesNotContain("\nreport ");
    assertThat(outcome.reports()).isEmpty();
    assertThat(outcome.ledgers()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void no_format_is_no_report(Jdk jdk) {
    assertNothing(fork(jdk).agent("formats=none").run("Hello", "client"));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void a_library_that_is_not_named_is_not_watched(Jdk jdk) {
    assertNothing(fork(jdk).agent("libraries=okhttp").run("Hello", "client"));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void the_report_holds_what_was_set_and_where(Jdk jdk) {
    Outcome outcome =
        fork(jdk)
            .agent("service=orders,depth=2,app=org.example+Hello")
            .jvm("-Dajar.service=ignored", "-Dajar.build=2026.11")
            .run("Hello", "client");

    JsonNode report = report(outcome);
    TreeMap<String, String> set = new TreeMap<>();
    for (JsonNode option : report.get("options")) {
      String source = option.get("source").asText();
      set.put(option.get("key").asText(), option.get("value").asText() + " from " + source);
    }
    assertThat(set)
        .containsEntry("service", "orders from agent arguments")
        .containsEntry("build", "2026.11 from -Dajar.build")
        .containsEntry("depth", "2 from agent arguments")
        .containsEntry("app", "org.example+Hello from agent arguments");
    assertThat(report.at("/header/service").asText()).isEqualTo("orders");
    assertThat(report.at("/header/build").asText()).isEqualTo("2026.11");
    assertThat(report.at("/findings/0/stack")).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void the_output_may_name_a_directory_and_placeholders(Jdk jdk) throws IOException {
    Path reports = Files.createDirectory(directory.resolve("reports"));

    var running =
        fork(jdk)
            .agent("output=reports/%s-%p-%{TEAM}-%{NOBODY},service=a/b")
            .environment("TEAM", "../core")
            .start("Hello", "client");
    Outcome outcome = running.end();

    String name = "a_b-" + running.pid() + "-_._core-unset.json";
    assertThat(reports.resolve(name)).isRegularFile();
    assertThat(outcome.said()).contains("report    reports/" + name + "\n");
  }

  private void assertOneLine(Jdk jdk, Path config, String reason) {
    Outcome outcome = fork(jdk).agent("config=" + config).run("Hello", "client");

    assertUnharmed(outcome);
    assertThat(problems(outcome)).hasSize(1).first().asString().endsWith(": " + reason);
    assertThat(report(outcome).get("problems")).hasSize(1);
  }

  private static void assertUnharmed(Outcome outcome) {
    assertThat(outcome.status()).isZero();
    assertThat(outcome.stdout()).isEqualTo("hello\n");
    assertThat(outcome.stderr()).contains(FROM_PROGRAM + "\n");
    assertThat(outcome.said()).contains("5 × java.net.http client");
  }

  private static void assertNothing(Outcome outcome) {
    assertThat(outcome.status()).isZero();
    assertThat(new String(outcome.stderrBytes(), StandardCharsets.UTF_8))
        .isEqualTo(FROM_PROGRAM + "\n");
    assertThat(outcome.files()).containsExactly("", "stderr", "stdout", "tmp");
  }

  /** The lines in which Ajar tells of something, without its name. */
  private static List<String> problems(Outcome outcome) {
    return outcome
        .stderr()
        .lines()
        .filter(line -> line.startsWith("ajar: "))
        .map(line -> line.substring("ajar: ".length()))
        .toList();
  }

  private static JsonNode report(Outcome outcome) {
    assertThat(outcome.reports()).hasSize(1);
    return Expectations.read(outcome.reports().get(0));
  }

  private Fork fork(Jdk jdk) {
    return Fork.of(jdk, directory).classPath(classes);
  }
}
