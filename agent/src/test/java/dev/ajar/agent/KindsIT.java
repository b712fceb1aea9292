package dev.ajar.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ajar.agent.fork.Expectations;
import dev.ajar.agent.fork.Fork;
import dev.ajar.agent.fork.Jdk;
import dev.ajar.agent.fork.Outcome;
import dev.ajar.agent.fork.Program;
import dev.ajar.agent.fork.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each program of {@code src/test/programs/kinds} makes one mistake, or only looks as if it did;
 * what its comments expect is said, and nothing else. A file there is all that a further one needs.
 */
@Execution(ExecutionMode.CONCURRENT)
class KindsIT {

  private static final Path SOURCES = Path.of("src/test/programs/kinds");
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
    program = Program.compile("kinds", CLIENTS, classes);
  }

  static Stream<Arguments> programs() throws IOException {
    try (Stream<Path> sources = Files.list(SOURCES)) {
      return sources.filter(KindsIT::isProgram).sorted().toList().stream()
          .flatMap(source -> Jdk.all().stream().map(jdk -> arguments(name(source), jdk)));
    }
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("programs")
  void says_what_is_wrong_and_nothing_else(String name, Jdk jdk) {
    Fork fork = Fork.of(jdk, directory).classPath(program.classes());
    CLIENTS.forEach(fork::classPath);

    Outcome outcome = fork.run(name);

    assertThat(outcome.status()).as(outcome.stderr()).isZero();
    Report report = Report.of(outcome);
    assertThat(report.failings()).isEmpty();
    assertThat(report.said())
        .as(outcome.stderr())
        .isEqualTo(Expectations.in(program.sources().resolve(name + ".java")));
  }

  private static boolean isProgram(Path source) {
    try {
      return Files.readString(source).contains("public static void main(");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path source) {
    String file = source.getFileName().toString();
    return file.substring(0, file.length() - ".java".length());
  }
}
