package dev.ajar.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ajar.ledger.LedgerWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonFileTest {

  private static final Report REPORT =
      Report.of(LedgerWriter.open(null, 1, 1).read(), Nature.EXIT, 1_795_252_440_000L);

  @TempDir Path directory;

  @Test
  void is_a_whole_report_that_only_its_owner_can_read() throws IOException {
    Path written = JsonFile.write(REPORT, named("ajar"));

    assertThat(written).isEqualTo(directory.resolve("ajar.json"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(written)))
        .isEqualTo("rw-------");
    assertThat(new ObjectMapper().readTree(written.toFile()).get("schema").asText())
        .isEqualTo(JsonReport.SCHEMA);
    assertThat(directory.toFile().listFiles()).containsExactly(written.toFile());
  }

  @Test
  void takes_the_next_free_number_and_leaves_what_exists() throws IOException {
    Files.writeString(directory.resolve("ajar.json"), "mine");
    Files.createDirectory(directory.resolve("ajar-2.json"));
    Files.createSymbolicLink(directory.resolve("ajar-3.json"), directory.resolve("elsewhere"));
    Files.writeString(directory.resolve("ajar-5.json"), "mine too");

    assertThat(JsonFile.write(REPORT, named("ajar"))).hasFileName("ajar-4.json");
    assertThat(JsonFile.write(REPORT, named("ajar"))).hasFileName("ajar-6.json");
    assertThat(directory.resolve("ajar.json")).hasContent("mine");
    assertThat(directory.resolve("ajar-5.json")).hasContent("mine too");
    assertThat(directory.resolve("elsewhere")).doesNotExist();
  }

  @Test
  void gives_up_when_a_thousand_names_are_taken() throws IOException {
    Files.createFile(directory.resolve("ajar.json"));
    for (int number = 2; number <= 1_000; number++) {
      Files.createFile(directory.resolve("ajar-" + number + ".json"));
    }

    assertThatThrownBy(() -> JsonFile.write(REPORT, named("ajar")))
        .isInstanceOf(IOException.class)
        .hasMessage(named("ajar") + ".json and 999 further names exist already");
  }

  @Test
  void names_the_path_and_the_reason_when_the_directory_is_none() throws IOException {
    Files.createFile(directory.resolve("file"));

    assertThatThrownBy(() -> JsonFile.write(REPORT, named("file/ajar")))
        .isInstanceOf(IOException.class)
        .hasMessage(named("file/ajar") + ".json: Not a directory");
  }

  @Test
  void names_the_path_and_the_reason_when_the_directory_is_missing() {
    assertThatThrownBy(() -> JsonFile.write(REPORT, named("missing/ajar")))
        .isInstanceOf(IOException.class)
        .hasMessage(named("missing/ajar") + ".json: no such directory");
  }

  @Test
  void names_the_path_and_the_reason_when_the_name_is_too_long() throws IOException {
    String name = "a".repeat(300);

    assertThatThrownBy(() -> JsonFile.write(REPORT, named(name)))
        .isInstanceOf(IOException.class)
        .hasMessage(named(name) + ".json: File name too long");
    assertThat(directory.toFile().list()).isEmpty();
  }

  private String named(String name) {
    return directory + "/" + name;
  }
}
