package dev.ajar.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.agent.fork.Expectations;
import dev.ajar.agent.fork.Fork;
import dev.ajar.agent.fork.Jdk;
import dev.ajar.agent.fork.Outcome;
import dev.ajar.agent.fork.Program;
import dev.ajar.agent.fork.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The leaks of {@code docs/leaks}: each program of {@code src/test/programs/leaks} has a method
 * {@code leak}, which is reported as its page says, and a method {@code mended}, of which nothing
 * is said. What the pages show is code of these programs and text of these reports.
 */
class LeaksIT {

  private static final Path SOURCES = Path.of("src/test/programs/leaks");
  private static final List<Path> CLIENTS =
      List.of(
          Program.client("apache-httpclient-4/httpclient-4.5.14"),
          Program.client("apache-httpclient-5/httpclient5-5.6.5"),
          Program.client("okhttp/okhttp-jvm-5.5.1"));

  @TempDir static Path classes;
  private static Program program;

  @TempDir Path directory;

  @BeforeAll
  static void compile() {
    program = Program.compile("leaks", CLIENTS, classes);
  }

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void each_leak_is_reported_as_its_page_says(Jdk jdk) {
    Outcome outcome = run(jdk, "leak");

    assertThat(Report.of(outcome).failings()).isEmpty();
    assertThat(Report.of(outcome).said())
        .as(outcome.stderr())
        .isEqualTo(Expectations.in(SOURCES))
        .hasSameSizeAs(programs());
    assertThat(Pages.entriesIn(outcome.stderr()))
        .containsExactlyInAnyOrderElementsOf(Pages.entries("text"));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void nothing_is_said_of_what_is_mended(Jdk jdk) {
    Outcome outcome = run(jdk, "mended");

    assertThat(Report.of(outcome).failings()).isEmpty();
    assertThat(Report.of(outcome).said()).as(outcome.stderr()).isEmpty();
  }

  @Test
  void the_code_of_the_pages_is_that_of_the_programs() throws IOException {
    List<String> shown = new ArrayList<>();
    for (String name : programs()) {
      String source = plain(Files.readString(SOURCES.resolve(name + ".java")));
      for (Path page : Pages.list()) {
        for (String block : Pages.blocks(page, "java")) {
          if (source.contains(plain(block))) {
            shown.add(name);
          }
        }
      }
    }
    assertThat(new TreeSet<>(shown)).containsExactlyElementsOf(programs());
    assertThat(shown).as("the leak and the fix of each").hasSize(2 * programs().size());
  }

  /** Those that need other libraries than this one has are run by other tests. */
  @Test
  void all_code_of_the_pages_is_that_of_some_program() throws IOException {
    List<String> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SOURCES.getParent())) {
      for (Path file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
        sources.add(plain(Files.readString(file)));
      }
    }
    for (Path page : Pages.list()) {
      for (String block : Pages.blocks(page, "java")) {
        assertThat(sources).as("%s: %s", page, block).anyMatch(all -> all.contains(plain(block)));
      }
    }
  }

  /** Such as {@code text app-retrofit 3.0.0 ForgetsClients}, which ApplicationsIT runs. */
  @Test
  void an_entry_of_another_program_says_of_which() throws IOException {
    List<String> others = new ArrayList<>();
    for (Path page : Pages.list()) {
      Files.readAllLines(page).stream()
          .filter(line -> line.startsWith("```text "))
          .forEach(line -> others.add(line.substring("```".length())));
    }
    assertThat(others).isNotEmpty();
    for (String other : others) {
      String[] words = other.split(" ", -1);
      assertThat(SOURCES.resolveSibling(words[1]).resolve(words[3] + ".java")).exists();
      assertThat(Pages.entries(other)).as(other).isNotEmpty();
    }
  }

  @Test
  void every_page_is_in_the_index_and_short() throws IOException {
    String index = Files.readString(Pages.ALL.resolve("../leaks.md"));
    for (Path page : Pages.list()) {
      assertThat(index).contains("(leaks/" + page.getFileName() + ")");
      assertThat(Files.readAllLines(page)).as("%s", page).hasSizeLessThan(80);
    }
  }

  /** The singleton comes first, for it is one that lives for most of the process's life. */
  private Outcome run(Jdk jdk, String method) {
    Fork fork = Fork.of(jdk, directory).classPath(program.classes());
    CLIENTS.forEach(fork::classPath);
    List<String> names = new ArrayList<>(List.of("Singleton." + method));
    programs().stream().map(name -> name + "." + method).forEach(names::add);
    names.remove(names.lastIndexOf("Singleton." + method));
    Outcome outcome = fork.run("Programs", names);
    assertThat(outcome.status()).as(outcome.stderr()).isZero();
    return outcome;
  }

  private static List<String> programs() {
    return Pages.list(SOURCES).stream()
        .map(source -> source.getFileName().toString().replace(".java", ""))
        .toList();
  }

  /** Source without what it expects, and however it is indented. */
  private static String plain(String source) {
    return source.replaceAll(" +// expect:.*", "").replaceAll("\\s+", " ").strip();
  }
}
