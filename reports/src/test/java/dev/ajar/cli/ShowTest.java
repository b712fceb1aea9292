package dev.ajar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.ledger.Contract;
import dev.ajar.ledger.Frame;
import dev.ajar.ledger.LedgerWriter;
import dev.ajar.ledger.SiteKind;
import dev.ajar.ledger.SiteRow;
import dev.ajar.report.CountsBuilder;
import dev.ajar.report.JsonReport;
import dev.ajar.report.LedgerBuilder;
import dev.ajar.report.Report;
import dev.ajar.report.Samples;
import dev.ajar.report.TextReport;
import dev.ajar.report.TextStyle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowTest {

  @TempDir private Path directory;

  @Test
  void shows_a_report_as_the_run_itself_did() throws IOException {
    Report report = Samples.leaky().report();

    Shown shown = show(saved(report));

    assertThat(shown.out())
        .isEqualTo(TextReport.of(report, TextStyle.of(StandardCharsets.UTF_8), null));
    assertThat(shown.err()).isEmpty();
    assertThat(shown.status()).isEqualTo(1);
  }

  @Test
  void shows_the_same_json_again() throws IOException {
    Path file = saved(Samples.leaky().report());

    Shown shown = show(file, "--json");

    assertThat(shown.out()).isEqualTo(Files.readString(file));
    assertThat(shown.status()).isEqualTo(1);
  }

  @Test
  void ends_with_0_when_nothing_was_found() throws IOException {
    LedgerBuilder ledger =
        new LedgerBuilder()
            .site(LedgerBuilder.client(Contract.MUST), CountsBuilder.opened(1), "app.Main.main:1");

    assertThat(ledger.report().information()).hasSize(1);
    assertThat(show(saved(ledger.report())).status()).isZero();
  }

  @Test
  void ends_with_2_when_the_report_is_not_complete() throws IOException {
    Shown shown = show(saved(Samples.leaky().damage("chunk 3 has no header").report()));

    assertThat(shown.out()).contains("OPEN, piled up", "damage    chunk 3 has no header");
    assertThat(shown.status()).isEqualTo(2);
  }

  @Test
  void recovers_the_report_of_a_killed_process() throws IOException {
    Path file = Files.copy(ledger(Long.toString(Long.MAX_VALUE)), directory.resolve("unlocked"));

    Shown shown = show(file);

    assertThat(shown.out()).contains("recovered: it left no word of its end", "3 ", "app.Main.run");
    assertThat(shown.status()).isEqualTo(1);
  }

  @Test
  void takes_a_snapshot_of_a_running_process() {
    assertThat(show(ledger(Long.toString(ProcessHandle.current().pid()))).out())
        .contains("snapshot of a running process");
  }

  @Test
  void says_in_one_line_what_it_cannot_read() throws IOException {
    assertThat(refused(directory.resolve("none.json"))).endsWith("none.json: no such file\n");
    assertThat(refused(directory)).endsWith(": not a regular file\n");
    assertThat(refused(written(""))).endsWith(": neither a report nor a ledger of Ajar\n");
    assertThat(refused(written("{\"schema\":\"ajar-report/9\"}")))
        .endsWith(": a report of format ajar-report/9; this command knows ajar-report/1\n");
    assertThat(refused(written("{\"schema\":\"ajar-report/1\"}"))).contains("not a report of Ajar");
    assertThat(refused(written("AJARLDGR"))).endsWith(": not a ledger of Ajar\n");
    assertThat(refused(written("\u001b[31m\u009b{"))).doesNotContain("\u001b", "\u009b");
  }

  @Test
  void survives_whatever_it_is_given() throws IOException {
    byte[] json = Files.readAllBytes(saved(Samples.leaky().report()));
    Random random = new Random(11);
    for (int round = 0; round < 200; round++) {
      byte[] damaged =
          Arrays.copyOf(json, random.nextInt(json.length - 1)); // without the last brace
      for (int flips = random.nextInt(4); flips > 0 && damaged.length > 0; flips--) {
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      }
      Path file = Files.write(directory.resolve("damaged.json"), damaged);

      assertThat(refused(file)).matches("ajar-reports: [\\P{Cntrl}]*\n");
    }
  }

  @Test
  void says_in_one_line_how_it_was_called_wrongly() {
    for (List<String> arguments :
        List.of(
            List.<String>of(),
            List.of("show"),
            List.of("shwo", "x"),
            List.of("show", "x", "--jsn"),
            List.of("show", "x", "y\u001b[31m"))) {
      Shown shown = run(StandardCharsets.UTF_8, arguments.toArray(new String[0]));

      assertThat(shown.err()).matches("ajar-reports: [^\n\u001b]*; see --help\n");
      assertThat(shown.out()).isEmpty();
      assertThat(shown.status()).isEqualTo(64);
    }
  }

  @Test
  void explains_itself() {
    assertThat(run(StandardCharsets.UTF_8, "--help").out()).contains("show", "Usage: ajar-reports");
    assertThat(run(StandardCharsets.UTF_8, "show", "--help").out()).contains("FILE", "--json");
    assertThat(run(StandardCharsets.UTF_8, "--version").out()).startsWith("ajar-reports ");
    assertThat(run(StandardCharsets.UTF_8, "--version").status()).isZero();
  }

  @Test
  void does_without_unicode_where_it_cannot_be_shown() throws IOException {
    Path file = saved(Samples.leaky().report());

    assertThat(run(StandardCharsets.US_ASCII, "show", file.toString()).out())
        .contains("500 x Apache HttpClient 5 client")
        .doesNotContain("?");
  }

  private String refused(Path file) {
    Shown shown = show(file);
    assertThat(shown.out()).isEmpty();
    assertThat(shown.status()).isEqualTo(2);
    assertThat(shown.err().lines()).hasSize(1);
    return shown.err();
  }

  private Path ledger(String pid) {
    Path file = directory.resolve("run.ledger");
    LedgerWriter writer = LedgerWriter.open(file, 10, 42);
    writer.fact("pid", pid);
    Frame frame = new Frame("app.Main", "run", "Main.java", 3);
    SiteRow site = writer.site(writer.type(LedgerBuilder.CLIENT), SiteKind.OPENING, List.of(frame));
    assertThat(site).isNotNull();
    for (int count = 0; count < 3; count++) {
      site.opened(LedgerBuilder.NINE, writer.text("main"), true, false);
    }
    return file;
  }

  private Path saved(Report report) throws IOException {
    Path file = directory.resolve("report.json");
    try (OutputStream out = Files.newOutputStream(file)) {
      JsonReport.write(report, out);
    }
    return file;
  }

  private Path written(String text) throws IOException {
    return Files.writeString(directory.resolve("written"), text);
  }

  private static Shown show(Path file, String... options) {
    String[] arguments = Arrays.copyOf(new String[] {"show", file.toString()}, 2 + options.length);
    System.arraycopy(options, 0, arguments, 2, options.length);
    return run(StandardCharsets.UTF_8, arguments);
  }

  private static Shown run(Charset charset, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        AjarReports.run(
            new PrintStream(out, true, charset),
            new PrintStream(err, true, charset),
            charset,
            arguments);
    return new Shown(status, out.toString(charset), err.toString(charset));
  }

  private record Shown(int status, String out, String err) {}
}
