package dev.ajar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ajar.ledger.Frame;
import dev.ajar.ledger.LedgerWriter;
import dev.ajar.ledger.LiveSlot;
import dev.ajar.ledger.SiteKind;
import dev.ajar.ledger.SiteRow;
import dev.ajar.report.LedgerBuilder;
import dev.ajar.report.TextStyle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LiveTest {

  private static final TextStyle UNICODE = TextStyle.of(StandardCharsets.UTF_8);

  @TempDir private Path directory;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int shown;

  @Test
  void shows_once_what_is_open_by_line() {
    Run run = new Run("run");
    run.open("one", 3);
    run.open("other", 1);

    assertThat(live(false, run.file.toString())).isZero();

    assertThat(text())
        .contains("  orders-svc  ")
        .contains("  snapshot of a running process, ")
        .contains(
            """
            opened 4 · closed 0 · closed during shutdown 0 · abandoned 0 · OPEN 4 · from 2 places

            OPEN  MORE  OPENED  CLOSED  LAST OPENED   WHAT                        OPENED AT
               3             3       0  09:00:00.000  Apache HttpClient 5 client  app.Main.one(Main.java:3)
               1             1       0  09:00:00.000  Apache HttpClient 5 client  app.Main.other(Main.java:3)
            """);
  }

  @Test
  void shows_a_line_of_json() throws IOException {
    Run run = new Run("run");
    run.open("one", 2);

    assertThat(live(true, "--json", run.file.toString())).isZero();

    assertThat(text()).hasLineCount(1).matches("[\\x20-\\x7E]*\n");
    JsonNode json = new ObjectMapper().readTree(text());
    assertThat(json.get("schema").asText()).isEqualTo("ajar-live/1");
    assertThat(json.at("/sites/0/open").asLong()).isEqualTo(2);
    assertThat(json.at("/sites/0/blame/method").asText()).isEqualTo("one");
    assertThat(json.at("/clients/open").asLong()).isEqualTo(2);
  }

  @Test
  void refreshes_on_a_terminal_until_the_ledger_is_gone() {
    Run run = new Run("run");
    run.open("one", 3);

    int status =
        live(
            true,
            () -> {
              if (++shown == 1) {
                run.open("one", 2);
              } else {
                run.writer.delete();
              }
            },
            run.file.toString(),
            "--interval=0.1");

    assertThat(status).isZero();
    assertThat(text().split("\u001b\\[H\u001b\\[2J", -1)).hasSize(3);
    assertThat(text()).contains("\n   5    +2       5       0  ");
    assertThat(text())
        .endsWith(
            "The process has ended, and its report is written: " + run.file + " is removed.\n");
  }

  @Test
  void finds_the_only_ledger_of_a_directory() throws IOException {
    assertThat(live(false, directory.toString())).isEqualTo(2);
    Run run = new Run("run");
    run.open("one", 1);
    Files.writeString(directory.resolve("none.ledger"), "no ledger");
    assertThat(live(false, directory.toString())).isZero();
    new Run("second").open("one", 1);
    assertThat(live(false, directory.toString())).isEqualTo(2);
  }

  @Test
  void shows_nothing_that_a_terminal_obeys() {
    Run run = new Run("run");
    run.open("a\u001b[31m\n\u202e\u009b", 1);

    assertThat(live(false, run.file.toString())).isZero();

    assertThat(text()).contains("app.Main.a?[31m???(Main.java:3)").doesNotContain("\u001b");
  }

  @Test
  void says_how_to_recover_what_is_dead() throws IOException {
    Run run = new Run("run");
    run.open("one", 1);
    run.writer.fact("pid", Long.toString(Long.MAX_VALUE));
    Path dead = Files.copy(run.file, directory.resolve("dead"));

    assertThat(live(false, dead.toString())).isZero();

    assertThat(text())
        .isEqualTo(
            "The process has left no word of its end; its report: java -jar ajar-reports.jar"
                + " recover "
                + dead
                + "\n");
  }

  @Test
  void refuses_what_is_no_ledger_of_the_living() {
    assertThat(live(false, directory.resolve("no").toString())).isEqualTo(2);
    assertThat(live(false, Integer.toString(Integer.MAX_VALUE))).isEqualTo(2);
    assertThat(live(false, "x", "--interval=0")).isEqualTo(64);
    assertThat(live(false)).isEqualTo(64);
    assertThat(text()).isEmpty();
  }

  private int live(boolean terminal, String... arguments) {
    return live(terminal, () -> {}, arguments);
  }

  /**
   * Runs the command.
   *
   * @param seen what happens after each look
   */
  private int live(boolean terminal, Runnable seen, String... arguments) {
    OutputStream observed =
        new OutputStream() {
          @Override
          public void write(int one) {
            out.write(one);
          }

          @Override
          public void flush() {
            seen.run();
          }
        };
    PrintStream stream = new PrintStream(observed, false, StandardCharsets.UTF_8);
    return new CommandLine(new Live(stream, UNICODE, terminal))
        .setParameterExceptionHandler((e, all) -> ExitStatus.USAGE)
        .setExecutionExceptionHandler((e, command, all) -> ExitStatus.UNREADABLE)
        .execute(arguments);
  }

  private String text() {
    return out.toString(StandardCharsets.UTF_8);
  }

  /** A run of this very process. */
  private final class Run {

    final Path file;
    final LedgerWriter writer;

    Run(String name) {
      file = directory.resolve(name + ".ledger");
      writer = LedgerWriter.open(file, 100, 42);
      writer.fact("service", "orders-svc");
    }

    void open(String method, int count) {
      Frame frame = new Frame("app.Main", method, "Main.java", 3);
      int type = writer.type(LedgerBuilder.CLIENT);
      SiteRow site = writer.site(type, SiteKind.OPENING, List.of(frame));
      assertThat(site).isNotNull();
      for (int opened = 0; opened < count; opened++) {
        site.opened(LedgerBuilder.NINE, writer.text("main"), true, false);
        LiveSlot slot = writer.takeSlot();
        assertThat(slot).isNotNull();
        slot.open(site.site(), 0, false, LedgerBuilder.NINE, opened);
      }
    }
  }
}
