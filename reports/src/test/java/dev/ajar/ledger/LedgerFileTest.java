package dev.ajar.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerFileTest {

  @TempDir private Path directory;

  @Test
  void is_for_its_owner_only() throws IOException {
    Path file = directory.resolve("run.ledger");
    LedgerWriter.open(file, 1, 42);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void never_touches_a_file_that_is_there() throws IOException {
    Path file = Files.writeString(directory.resolve("run.ledger"), "mine");
    LedgerWriter writer = LedgerWriter.open(file, 10, 42);
    Run.write(writer);
    writer.delete();

    assertThat(file).hasContent("mine");
    assertThat(writer.path()).isNull();
    assertThat(writer.refusal()).contains("run.ledger", "cannot be made");
    assertThat(writer.read().sites()).hasSize(4);
  }

  @Test
  void never_follows_a_link_that_is_there() throws IOException {
    Path target = directory.resolve("target");
    Path link = Files.createSymbolicLink(directory.resolve("run.ledger"), target);
    LedgerWriter writer = LedgerWriter.open(link, 10, 42);

    assertThat(writer.refusal()).isNotNull();
    assertThat(target).doesNotExist();
  }

  @Test
  void never_grows_into_a_file_that_took_its_place() throws IOException {
    Path path = directory.resolve("run.ledger");
    LedgerFile file = LedgerFile.create(path);
    file.grow(4096);
    Path other = Files.writeString(directory.resolve("other"), "theirs");
    Files.move(other, path, StandardCopyOption.REPLACE_EXISTING);

    file.grow(4096);
    assertThat(path).hasContent("theirs");
    assertThatThrownBy(file::reopen).hasMessage("another file took its place");
    assertThat(path).hasContent("theirs");
  }

  @Test
  void goes_on_without_a_file_where_none_can_be_made() {
    LedgerWriter writer = LedgerWriter.open(directory.resolve("none/run.ledger"), 10, 42);
    Run.write(writer);

    assertThat(writer.refusal()).contains("cannot be made");
    assertThat(writer.read().live()).hasSize(3);
  }

  @Test
  void can_be_written_and_read_after_it_was_removed() {
    Path file = directory.resolve("run.ledger");
    LedgerWriter writer = LedgerWriter.open(file, 10, 42);
    writer.delete();
    Run.write(writer);

    assertThat(file).doesNotExist();
    assertThat(writer.read().live()).hasSize(3);
  }

  @Test
  void grows_by_blocks_that_are_there() throws IOException {
    Path file = directory.resolve("run.ledger");
    LedgerWriter writer = LedgerWriter.open(file, 10, 42);
    assertThat(Files.size(file)).isEqualTo(Layout.CHUNK_BYTES);

    Run.write(writer);

    assertThat(Files.size(file)).isEqualTo(4 * Layout.CHUNK_BYTES); // log, places, slots, labels
  }
}
