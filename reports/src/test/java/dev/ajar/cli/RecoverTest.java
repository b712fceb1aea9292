package dev.ajar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.ledger.Frame;
import dev.ajar.ledger.LedgerWriter;
import dev.ajar.ledger.SiteKind;
import dev.ajar.ledger.SiteRow;
import dev.ajar.report.LedgerBuilder;
import dev.ajar.report.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoverTest {

  private static final String NOBODY = Long.toString(Long.MAX_VALUE);

  @TempDir private Path directory;
  private Path live = Path.of("");
  private Path out = Path.of("");

  @BeforeEach
  void make() throws IOException {
    live = Files.createDirectory(directory.resolve("live"));
    out = Files.createDirectory(directory.resolve("out"));
  }

  @Test
  void says_what_cannot_be_known() throws IOException {
    Said said = run("recover", left("one", "web3").toString());

    assertThat(said.out())
        .contains("recovered: it left no word of its end; last seen 2026-11-21 09:00:00.000 UTC")
        .contains("unknown   how it ended, when, and what it did after 2026-11-21 09:00:00.000 UTC")
        .contains(
            "\n          whether it still runs: that cannot be seen from here; its host is web3");
    assertThat(said.err()).isEmpty();
    assertThat(said.status()).isEqualTo(1);
  }

  @Test
  void writes_the_report_that_it_prints() throws IOException {
    Path file = left("one", null);
    Said said = run("recover", live.toString(), "--output", out.toString());

    Path written = only(out);
    assertThat(said.out()).startsWith(file + ":\nAjar").contains("\nreport    " + written + "\n");
    Report report = SavedReport.read(written);
    assertThat(report.header().nature().word()).isEqualTo("recovered");
    assertThat(report.header().unknown()).hasSize(4);
    assertThat(run("recover", file.toString(), "--json").out())
        .isEqualTo(Files.readString(written));
    assertThat(file).exists();
  }

  @Test
  void deletes_what_is_written_and_nothing_else() throws IOException {
    left("gone", null);
    Path elsewhere = left("elsewhere", "web3");
    Path damaged = left("damaged", null);
    byte[] bytes = Files.readAllBytes(damaged);
    bytes[128] = 3; // the length of the first record
    Files.write(damaged, bytes);
    Path link = Files.createSymbolicLink(live.resolve("link.ledger"), left("target", null));
    Files.move(live.resolve("target.ledger"), directory.resolve("target"));

    Said said = run("recover", live.toString(), "-o", out.toString(), "--delete");

    assertThat(said.status()).isEqualTo(2);
    assertThat(said.err())
        .isEqualTo(
            "ajar-reports: "
                + damaged
                + ": kept, it is damaged\najar-reports: "
                + elsewhere
                + ": kept, whether its process runs cannot be seen from here\n");
    assertThat(list(live)).containsExactlyInAnyOrder(damaged, elsewhere, link);
    assertThat(list(out)).hasSize(3);
    run("recover", elsewhere.toString(), "-o", out.toString(), "--delete");
    assertThat(elsewhere).doesNotExist();
  }

  @Test
  void leaves_one_whose_process_runs() throws IOException {
    Path file = written("own", null, Long.toString(ProcessHandle.current().pid()));

    Said named = run("recover", file.toString());
    Said found = run("recover", live.toString());

    assertThat(named.err()).startsWith("ajar-reports: " + file + ": left, its process runs: pid ");
    assertThat(named.status()).isEqualTo(2);
    assertThat(found.err()).endsWith(live + ": no ledger of a process that is gone\n");
    assertThat(found.status()).isZero();
    assertThat(found.out() + named.out()).isEmpty();
  }

  @Test
  void says_in_one_line_what_it_cannot_do() throws IOException {
    Path file = left("one", null);

    Said undone = run("recover", file.toString(), "--delete");
    assertThat(undone.err()).isEqualTo("ajar-reports: --delete needs --output; see --help\n");
    assertThat(undone.status()).isEqualTo(64);
    Said nowhere = run("recover", file.toString(), "-o", directory.resolve("none").toString());
    assertThat(nowhere.err()).endsWith("none: no such directory\n");
    assertThat(nowhere.status()).isEqualTo(2);
    Said nothing = run("recover", directory.resolve("no").toString(), file.toString());
    assertThat(nothing.err()).endsWith("no: no such file\n");
    assertThat(nothing.out()).contains("recovered");
    assertThat(nothing.status()).isEqualTo(2);
    assertThat(run("recover").status()).isEqualTo(64);
  }

  @Test
  void ends_as_the_options_ask() throws IOException {
    String file = left("one", null).toString();
    run("recover", file, "-o", out.toString());

    assertThat(run("recover", file, "--fail-on", "error").status()).isEqualTo(1);
    assertThat(run("recover", file, "--baseline", only(out).toString()).status()).isZero();
  }

  /** A ledger that nobody has locked. */
  private Path left(String name, String host) throws IOException {
    Path file = written(name + ".written", host, NOBODY);
    Path left = Files.copy(file, live.resolve(name + ".ledger"));
    Files.delete(file);
    return left;
  }

  private Path written(String name, String host, String pid) {
    Path file = live.resolve(name + ".ledger");
    LedgerWriter writer = LedgerWriter.open(file, 10, 42);
    writer.fact("pid", pid);
    writer.fact("service", name);
    if (host != null) {
      writer.fact("host", host);
    }
    Frame frame = new Frame("app.Main", "run", "Main.java", 3);
    SiteRow site = writer.site(writer.type(LedgerBuilder.CLIENT), SiteKind.OPENING, List.of(frame));
    assertThat(site).isNotNull();
    site.opened(LedgerBuilder.NINE, writer.text("main"), true, false);
    return file;
  }

  private static Path only(Path in) throws IOException {
    assertThat(list(in)).hasSize(1);
    return list(in).get(0);
  }

  private static List<Path> list(Path in) throws IOException {
    try (Stream<Path> files = Files.list(in)) {
      return files.toList();
    }
  }

  private static Said run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        AjarReports.run(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            StandardCharsets.UTF_8,
            arguments);
    return new Said(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private record Said(int status, String out, String err) {}
}
