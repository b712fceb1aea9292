package dev.ajar.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.agent.fork.Fork;
import dev.ajar.agent.fork.Jdk;
import dev.ajar.agent.fork.Outcome;
import dev.ajar.agent.fork.Program;
import dev.ajar.agent.fork.Running;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs do the same with the agent and without it, but for the report. */
class HarmlessIT {

  // Any bytes will do.
  private static final String ECHOED = "src/test/programs/harmless/Echo.java";

  private static final List<Sample> SAMPLES =
      List.of(
          new Sample("Hello", 0),
          new Sample("Throwing", 1),
          new Sample("ExitInMain", 3),
          new Sample("ExitInThread", 3),
          new Sample("ExitTwice", 3),
          new Sample("DeadlockedDaemons", 0),
          new Sample("Server", 143, "TERM"),
          new Sample("Server", 130, "INT"),
          new Sample("Server", 129, "HUP"),
          new Sample("AllBytes", 0),
          new Sample("Echo", 0),
          new Sample("ClosedErr", 0),
          new Sample("OwnHandler", 1),
          new Sample("OwnLoader", 0),
          new Sample("ThreadNames", 0),
          new Sample("Reflection", 0));

  // Standard error is gone, or the JVM, before there is a report to print.
  private static final List<Sample> WITHOUT_LAST_WORD =
      List.of(new Sample("Halt", 5), new Sample("ShutErr", 0));

  @TempDir static Path classes;

  @TempDir Path directory;

  @BeforeAll
  static void compile() {
    Program unused = Program.compile("harmless", List.of(), classes);
  }

  static Stream<Arguments> samples() {
    return onEachJdk(SAMPLES);
  }

  static Stream<Arguments> without_last_word() {
    return onEachJdk(WITHOUT_LAST_WORD);
  }

  @ParameterizedTest
  @MethodSource({"samples", "without_last_word"})
  void without_a_client_nothing_is_printed_or_written(Jdk jdk, Sample sample) {
    Pair pair = run(jdk, sample);

    pair.assertSame(sample.status);
    assertThat(pair.watched.stderrBytes()).isEqualTo(pair.bare.stderrBytes());
    assertThat(pair.watched.files()).isEqualTo(pair.bare.files());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void with_a_client_the_report_follows_what_the_program_printed(Jdk jdk, Sample sample) {
    Pair pair = run(jdk, sample, "client");

    pair.assertSame(sample.status);
    byte[] printed = pair.watched.stderrBytes();
    int own = pair.bare.stderrBytes().length;
    assertThat(Arrays.copyOf(printed, own)).isEqualTo(pair.bare.stderrBytes());
    assertThat(new String(printed, own, printed.length - own, StandardCharsets.UTF_8))
        .startsWith("Ajar ")
        .contains("5 × java.net.http client");
    assertThat(pair.watched.reports()).hasSize(1);
    assertThat(pair.watched.ledgers()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("without_last_word")
  void with_a_client_standard_error_keeps_what_the_program_printed(Jdk jdk, Sample sample) {
    Pair pair = run(jdk, sample, "client");

    pair.assertSame(sample.status);
    assertThat(pair.watched.stderrBytes()).isEqualTo(pair.bare.stderrBytes());
    assertThat(pair.watched.reports().size() + pair.watched.ledgers().size()).isEqualTo(1);
  }

  private Pair run(Jdk jdk, Sample sample, String... arguments) {
    Running bare = start(fork(jdk, "bare").withoutAgent(), sample, arguments);
    Running watched = start(fork(jdk, "watched"), sample, arguments);
    return new Pair(sample.end(bare), sample.end(watched));
  }

  private static Running start(Fork fork, Sample sample, String... arguments) {
    return fork.classPath(classes).input(Path.of(ECHOED)).start(sample.main, arguments);
  }

  private Fork fork(Jdk jdk, String name) {
    try {
      return Fork.of(jdk, Files.createDirectory(directory.resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Arguments> onEachJdk(List<Sample> samples) {
    return Jdk.withEach(samples.stream().map(Arguments::of).toArray(Arguments[]::new));
  }

  /**
   * A program and how it ends.
   *
   * @param signal what ends it once it is ready; null if it ends alone
   */
  private record Sample(String main, int status, @Nullable String signal) {

    Sample(String main, int status) {
      this(main, status, null);
    }

    Outcome end(Running running) {
      return signal == null ? running.end() : running.awaitLine("ready").signal(signal).end();
    }
  }

  /** The same program without the agent and with it. */
  private record Pair(Outcome bare, Outcome watched) {

    void assertSame(int status) {
      assertThat(bare.status()).isEqualTo(status);
      assertThat(watched.status()).isEqualTo(status);
      assertThat(watched.stdoutBytes()).isEqualTo(bare.stdoutBytes());
    }
  }
}
