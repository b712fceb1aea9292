package dev.ajar.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ajar.agent.fork.Fork;
import dev.ajar.agent.fork.Jdk;
import dev.ajar.agent.fork.Outcome;
import dev.ajar.agent.fork.Program;
import dev.ajar.agent.fork.Recorded;
import dev.ajar.agent.fork.Report;
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

/** What a recording says of a run equals what the JSON report says, program by program. */
@Execution(ExecutionMode.CONCURRENT)
class JfrEqualityIT {

  private static final List<Path> CLIENTS =
      List.of(
          Program.client("apache-httpclient-4/httpclient-4.5.14"),
          Program.client("apache-httpclient-5/httpclient5-5.6.5"),
          Program.client("okhttp/okhttp-jvm-5.5.1"));

  @TempDir static Path classes;

  @TempDir Path directory;

  @BeforeAll
  static void compile() {
    Program unused = Program.compile("kinds", CLIENTS, classes);
  }

  static Stream<Arguments> programs() {
    return Jdk.withEach(
        Arguments.of("OpenForgotten"),
        Arguments.of("OpenPiledUp"),
        Arguments.of("AbandonedClients"),
        Arguments.of("AbandonedResponses"),
        Arguments.of("ChurnPerCall"),
        Arguments.of("ChurnOkHttp"),
        Arguments.of("PartialClient"),
        Arguments.of("PartialResponse"),
        Arguments.of("NotOpenSingleton"),
        Arguments.of("NotOpenClosedByHook"));
  }

  @ParameterizedTest(name = "{1}, {0}")
  @MethodSource("programs")
  void the_recording_says_what_the_report_says(Jdk jdk, String name) {
    Path recording = directory.resolve("run.jfr");
    Fork fork =
        Fork.of(jdk, directory)
            .jvm("-XX:StartFlightRecording:filename=" + recording)
            .classPath(classes);
    CLIENTS.forEach(fork::classPath);

    Outcome outcome = fork.run(name);

    assertThat(outcome.status()).as(outcome.stderr()).isZero();
    Report report = Report.of(outcome);
    assertThat(report.failings()).isEmpty();
    JsonNode recorded = Recorded.report(jdk, recording);
    for (String part : List.of("findings", "information", "summary", "coverage", "holds")) {
      assertThat(recorded.get(part)).as(part).isEqualTo(report.at("/" + part));
    }
    assertThat(recorded.at("/header/nature").asText()).isEqualTo("recording");
    assertThat(recorded.at("/header/unknown")).isEmpty();
  }
}
