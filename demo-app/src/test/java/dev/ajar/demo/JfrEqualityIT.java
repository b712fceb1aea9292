package dev.ajar.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.agent.fork.Fork;
import dev.ajar.agent.fork.Jdk;
import dev.ajar.agent.fork.Outcome;
import dev.ajar.agent.fork.Recorded;
import dev.ajar.agent.fork.Report;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The recording of the demo says what its report says. */
class JfrEqualityIT {

  private static final Path JAR = Path.of(System.getProperty("ajar.demoJar"));

  @TempDir Path directory;

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void the_recording_says_what_the_report_says(Jdk jdk) {
    Path recording = directory.resolve("demo.jfr");
    Outcome outcome =
        Fork.of(jdk, directory)
            .jvm("-XX:StartFlightRecording:filename=" + recording)
            .classPath(JAR)
            .start("dev.ajar.demo.ChatGateway")
            .awaitLine("ready")
            .signal("TERM")
            .end();

    Report report = Report.of(outcome);
    assertThat(report.failings()).isEmpty();
    assertThat(report.at("/findings")).isNotEmpty();
    assertThat(Recorded.report(jdk, recording).get("findings")).isEqualTo(report.at("/findings"));
  }
}
