package dev.ajar.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputFileTest {

  @TempDir private Path directory;

  @Test
  void is_read_up_to_its_bound() throws IOException {
    Path file = Files.write(directory.resolve("full"), new byte[1 << 20]);

    assertThat(InputFile.read(file.toString(), 1)).hasSize(1 << 20);

    refused(Files.write(file, new byte[(1 << 20) + 1]).toString())
        .hasMessage("it is larger than 1 MiB");
  }

  @Test
  void what_is_no_file_is_refused_with_the_reason() {
    refused(directory.toString()).hasMessage("it is a directory");
    refused("/dev/null").hasMessage("it is not a regular file");
    refused(directory.resolve("none").toString()).hasMessage("no such file");
    refused("a\0b").hasMessage("its name is not a path here");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-rw-rw-", "rw----rw-", "rw--w--w-"})
  void root_does_not_trust_what_others_can_write(String mode) throws IOException {
    Path file = Files.createFile(directory.resolve("file"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));

    assertThat(Trust.doubtOfRoot(file)).startsWith("this process runs as root, and ");
  }

  @Test
  void root_trusts_what_root_alone_can_write() throws IOException {
    assertThat(Trust.doubtOfRoot(Path.of("/etc/passwd"))).isNull();
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> refused(String name) {
    return assertThatThrownBy(() -> InputFile.read(name, 1)).isInstanceOf(IOException.class);
  }
}
