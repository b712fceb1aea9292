package dev.ajar.agent.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigFileTest {
  @TempDir Path directory;

  @Test
  void comments_and_blank_lines_say_nothing() throws IOException {
    Reading reading = read("# depth=1\n\n  # depth=2\r\n \t \ndepth=3\n");

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.options().depth()).isEqualTo(3);
  }

  @Test
  void lines_end_in_either_way_and_the_last_may_be_open() throws IOException {
    Reading reading = read("service = orders \r\nbuild=\" a,b \"\napp=com.acme,org.acme\nquiet");

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.values())
        .contains(
            entry("service", "orders"),
            entry("build", " a,b "),
            entry("app", "com.acme+org.acme"),
            entry("quiet", "true"));
  }

  @Test
  void text_is_utf_8_with_or_without_a_byte_order_mark() throws IOException {
    assertThat(read("service=Bücher").options().service()).isEqualTo("Bücher");
    assertThat(read("\uFEFFservice=Bücher").options().service()).isEqualTo("Bücher");
  }

  @Test
  void a_problem_is_told_with_its_line() throws IOException {
    Path file = write("# first\r\nouput=x\n\ndepth=0\n", StandardCharsets.UTF_8);

    assertThat(Given.configFile(file).read().problems())
        .containsExactly(
            "unknown option \"ouput\" (from "
                + source(file, 2)
                + "); did you mean \"output\"? It is ignored.",
            "option depth=0 (from "
                + source(file, 4)
                + ") is not a number from 1 to 256; 32 is used.");
  }

  @Test
  void the_line_is_told_however_long_the_name_of_the_file() throws IOException {
    Path file = Files.writeString(directory.resolve("x".repeat(100)), "\ndepth=0");

    assertThat(Given.configFile(file).read().problems())
        .containsExactly(
            "option depth=0 (from "
                + file.toString().substring(0, 77)
                + "...:2) is not a number from 1 to 256; 32 is used.");
  }

  @Test
  void a_file_cannot_name_another() throws IOException {
    Path file = write("config=other.conf\ndepth=3", StandardCharsets.UTF_8);
    Reading reading = Given.configFile(file).read();

    assertThat(reading.options().depth()).isEqualTo(3);
    assertThat(reading.values()).containsEntry("config", file.toString());
    assertThat(reading.problems())
        .containsExactly(
            "option config (from " + source(file, 1) + ") cannot be set in a file; it is ignored.");
  }

  @Test
  void the_rest_goes_on_without_a_missing_file() {
    Path file = directory.resolve("missing");
    Reading reading = Given.configFile(file + ",depth=3").read();

    assertThat(reading.options().depth()).isEqualTo(3);
    assertThat(reading.problems()).containsExactly(unreadable(file, "no such file"));
  }

  @Test
  void a_directory_is_refused() {
    assertThat(Given.configFile(directory).read().problems())
        .containsExactly(unreadable(directory, "it is a directory"));
  }

  @Test
  void a_device_is_refused_unopened() {
    Path device = Path.of("/dev/zero");

    assertThat(Given.configFile(device).read().problems())
        .containsExactly(unreadable(device, "it is not a regular file"));
  }

  @Test
  void a_mebibyte_is_read_and_a_byte_more_is_refused() throws IOException {
    String text = "depth=3\n#" + "x".repeat((1 << 20) - 9);
    assertThat(read(text).options().depth()).isEqualTo(3);

    Path larger = write(text + "x", StandardCharsets.UTF_8);
    Reading reading = Given.configFile(larger).read();
    assertThat(reading.options().depth()).isEqualTo(32);
    assertThat(reading.problems()).containsExactly(unreadable(larger, "it is larger than 1 MiB"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "UTF-16"})
  void another_encoding_is_refused(String encoding) throws IOException {
    Path file = write("depth=3\nservice=Bücher", Charset.forName(encoding));

    assertThat(Given.configFile(file).read().problems())
        .containsExactly(unreadable(file, "it is not UTF-8 text"));
  }

  @Test
  void zero_bytes_are_not_text() throws IOException {
    Path file = write("depth=3\n\0\0", StandardCharsets.UTF_8);

    assertThat(Given.configFile(file).read().problems())
        .containsExactly(unreadable(file, "it is not UTF-8 text"));
  }

  @Test
  void a_full_file_of_wrong_lines_is_a_bounded_problem() throws IOException {
    Reading reading = read("a\n".repeat(1 << 19));

    assertThat(reading.problems())
        .hasSize(21)
        .last()
        .isEqualTo("Problems with options that are not shown here: 524268.");
  }

  @Test
  void a_name_that_is_no_path_is_refused() {
    Problems problems = new Problems();
    ConfigFile file = ConfigFile.open("a\0b", "config", problems);

    assertThat(file.next()).isNull();
    assertThat(problems.lines(new Settings(Given.LIBRARIES)))
        .containsExactly("config file a?b cannot be read: its name is not a path here");
  }

  private Reading read(String text) throws IOException {
    return Given.configFile(write(text, StandardCharsets.UTF_8)).read();
  }

  private Path write(String text, Charset encoding) throws IOException {
    return Files.writeString(directory.resolve("ajar.conf"), text, encoding);
  }

  private static String source(Path file, int line) {
    return PrintableText.echo(file.toString()) + ":" + line;
  }

  private static String unreadable(Path file, String reason) {
    return "config file " + PrintableText.echo(file.toString()) + " cannot be read: " + reason;
  }
}
