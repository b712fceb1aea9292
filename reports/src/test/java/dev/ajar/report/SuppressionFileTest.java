package dev.ajar.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuppressionFileTest {

  private static final String GOOD = "kind:churn reason=\"JIRA-12\"";

  @TempDir private Path directory;

  @Test
  void holds_a_suppression_on_each_line() {
    SuppressionFile file =
        read(
            """
            # why we live with these

            site:7c1e9a02b4d1 reason="JIRA-12" until=2027-01-31
            \tframe:com.acme.legacy.**   until=2027-02-28  reason="rewritten in # spring" # soon
            type:okhttp3.OkHttpClient reason="one = enough"
            jar:azure-identity-1.10.* reason="theirs"
            kind:churn reason="later"\
            """);

    assertThat(file.problems()).isEmpty();
    assertThat(file.lines())
        .extracting(line -> line.number() + " " + line.pattern().text() + " " + line.reason())
        .containsExactly(
            "3 site:7c1e9a02b4d1 JIRA-12",
            "4 frame:com.acme.legacy.** rewritten in # spring",
            "5 type:okhttp3.OkHttpClient one = enough",
            "6 jar:azure-identity-1.10.* theirs",
            "7 kind:churn later");
    assertThat(file.lines())
        .extracting(SuppressionLine::until)
        .containsExactly(LocalDate.of(2027, 1, 31), LocalDate.of(2027, 2, 28), null, null, null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "kind:churn                          | has no reason=\"...\"",
        "kind:churn reason=\"...\"           | has a reason that says nothing",
        "kind:churn reason=\"\"              | has a reason that says nothing",
        "kind:churn reason=JIRA-12           | has a reason without double quotes around it",
        "kind:churn reason=\"JIRA            | has a reason without a double quote at its end",
        "kind:churn reason=\"a\" reason=\"b\" | has more than one reason",
        "kind:churn reason=\"a\"until=2027-01-01 because | has more than a pattern, reason=\"...\" and until=YYYY-MM-DD",
        "kind:churn reason=\"a\" until=2027-02-30 | has an until that is no day as in 2027-01-31",
        "kind:churn reason=\"a\" until=tomorrow   | has an until that is no day as in 2027-01-31",
        "kind:churn reason=\"a\" until=           | has an until that is no day as in 2027-01-31",
        "kind:churn until=2027-01-01 until=2027-01-02 reason=\"a\" | has more than one until",
        "kind:chrun reason=\"a\"             | has no kind after kind: that is one of unclosed, open, abandoned, churn, close-failed, used-after-close, partial",
        "site:7C1E9A02B4D1 reason=\"a\"      | has no fingerprint of 12 hexadecimal digits in lower case after site:",
        "site:7c1e reason=\"a\"              | has no fingerprint of 12 hexadecimal digits in lower case after site:",
        "frame: reason=\"a\"                 | has no name after frame:",
        "host:web3 reason=\"a\"              | does not begin with one of site:, frame:, type:, jar:, kind:",
        "7c1e9a02b4d1                        | does not begin with one of site:, frame:, type:, jar:, kind:",
      })
  void names_the_line_that_is_damaged_and_why(String line, String why) {
    SuppressionFile file = read(GOOD + "\n" + line + "\n" + GOOD);

    assertThat(file.lines()).extracting(SuppressionLine::number).containsExactly(1, 3);
    assertThat(file.problems())
        .containsExactly("suppressions " + path() + ":2 " + why + "; the line is ignored");
  }

  @Test
  void takes_line_ends_and_marks_of_other_systems() {
    SuppressionFile file = read("\uFEFF" + GOOD + "\r\n\r\n# x\r\n" + GOOD + "\r\n");

    assertThat(file.problems()).isEmpty();
    assertThat(file.lines()).extracting(SuppressionLine::number).containsExactly(1, 4);
  }

  @Test
  void holds_both_of_two_that_are_the_same() {
    assertThat(read(GOOD + "\n" + GOOD).lines()).hasSize(2);
  }

  @Test
  void leaves_out_lines_that_no_text_is() throws IOException {
    byte[] good = (GOOD + "\n").getBytes(StandardCharsets.UTF_8);
    SuppressionFile file =
        read(
            good,
            new byte[] {'k', (byte) 0xFF, '\n'},
            "kind:churn reason=\"\u001b[31mred\"\n".getBytes(StandardCharsets.UTF_8),
            "kind:churn reason=\"a\0\"\n".getBytes(StandardCharsets.UTF_8),
            ("#" + "x".repeat(5_000) + "\n").getBytes(StandardCharsets.UTF_8),
            good);

    assertThat(file.lines()).extracting(SuppressionLine::number).containsExactly(1, 6);
    assertThat(file.problems())
        .containsExactly(
            "suppressions " + path() + ":2 is not UTF-8 text; the line is ignored",
            "suppressions " + path() + ":3 has control characters; the line is ignored",
            "suppressions " + path() + ":4 has control characters; the line is ignored",
            "suppressions " + path() + ":5 is longer than 4,096 bytes; the line is ignored");
  }

  @Test
  void counts_the_damaged_lines_beyond_twenty() {
    SuppressionFile file = read("x\n".repeat(30) + GOOD);

    assertThat(file.lines()).hasSize(1);
    assertThat(file.problems())
        .hasSize(21)
        .last()
        .isEqualTo("suppressions " + path() + ": 10 more lines are ignored");
  }

  @Test
  void says_why_a_file_cannot_be_read() throws IOException {
    String none = directory.resolve("none").toString();
    assertThat(SuppressionFile.read(none).problems())
        .containsExactly(
            "suppressions " + none + " cannot be read: no such file; nothing is suppressed");
    assertThat(SuppressionFile.read(directory.toString()).problems())
        .singleElement()
        .asString()
        .contains("it is a directory");
    assertThat(SuppressionFile.read("a\0b").problems())
        .singleElement()
        .asString()
        .contains("its name is not a path here");
    assertThat(SuppressionFile.read("/dev/zero").problems())
        .singleElement()
        .asString()
        .contains("it is not a regular file");
    Files.write(directory.resolve("file"), new byte[(1 << 20) + 1]);
    assertThat(SuppressionFile.read(path()).problems())
        .singleElement()
        .asString()
        .contains("it is larger than 1 MiB");
  }

  @Test
  void survives_random_bytes() throws IOException {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      byte[] bytes = (GOOD + " until=2027-01-31\n").repeat(3).getBytes(StandardCharsets.UTF_8);
      for (int flips = random.nextInt(9); flips >= 0; flips--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }

      SuppressionFile file = read(bytes);

      assertThat(file.lines().size() + file.problems().size()).isBetween(0, 12);
    }
  }

  private SuppressionFile read(String text) {
    try {
      return read(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private SuppressionFile read(byte[]... parts) throws IOException {
    Path file = Files.write(Path.of(path()), new byte[0]);
    for (byte[] part : List.of(parts)) {
      Files.write(file, part, java.nio.file.StandardOpenOption.APPEND);
    }
    return SuppressionFile.read(path());
  }

  private String path() {
    return directory.resolve("file").toString();
  }
}
