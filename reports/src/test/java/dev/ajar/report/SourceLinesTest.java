package dev.ajar.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceLinesTest {

  private static final Moment STARTED = new Moment(LedgerBuilder.NINE);
  private static final Blame BLAME = new Blame("com.acme.Api$1", "call", "Api.java", 3, true);

  @TempDir private Path directory;

  @Test
  void finds_the_line_in_the_directory_and_in_its_modules() throws IOException {
    write("src/main/java/com/acme/Api.java", "one\ntwo\n    open(); // three  \nfour");
    write("orders/src/test/kotlin/com/acme/Job.kt", "first");

    SourceLines lines = SourceLines.below(directory);
    assertThat(lines.of(BLAME, STARTED)).isEqualTo("open(); // three");
    assertThat(lines.of(new Blame("com.acme.JobKt", "run", "Job.kt", 1, true), STARTED))
        .isEqualTo("first");
  }

  @Test
  void says_nothing_where_the_line_is_not_at_hand_or_may_be_another() throws IOException {
    Path changed = write("src/main/java/com/acme/Api.java", "1\n2\n3");
    SourceLines lines = SourceLines.below(directory);

    assertThat(lines.of(null, STARTED)).isNull();
    assertThat(lines.of(new Blame("com.acme.Api", "call", null, null, true), STARTED)).isNull();
    assertThat(lines.of(new Blame("com.acme.Api", "call", "Api.java", 9, true), STARTED)).isNull();
    assertThat(lines.of(new Blame("com.other.Api", "a", "Api.java", 1, true), STARTED)).isNull();
    assertThat(lines.of(new Blame("com.acme.A\0", "a", "\0.java", 1, true), STARTED)).isNull();
    assertThat(SourceLines.none().of(BLAME, STARTED)).isNull();
    assertThat(lines.of(BLAME, STARTED)).isEqualTo("3");
    Files.setLastModifiedTime(changed, FileTime.fromMillis(STARTED.millis() + 1));
    assertThat(lines.of(BLAME, STARTED)).isNull();
  }

  @Test
  void is_not_put_off_by_what_is_no_text() throws IOException {
    Path file = write("src/main/java/com/acme/Api.java", "");
    Files.write(file, new byte[] {'a', '\n', 'b', '\n', (byte) 0xFF, (byte) 0xFE});
    Files.setLastModifiedTime(file, FileTime.fromMillis(1));

    assertThat(SourceLines.below(directory).of(BLAME, STARTED)).isNull();
    write("src/main/java/com/acme/Api.java", "1\n2\n3" + "\n".repeat(5_000_000));
    assertThat(SourceLines.below(directory).of(BLAME, STARTED)).isNull();
    assertThat(SourceLines.below(directory.resolve("none")).of(BLAME, STARTED)).isNull();
  }

  private Path write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return Files.setLastModifiedTime(file, FileTime.fromMillis(1));
  }
}
