package dev.ajar.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.agent.fork.Expectations;
import dev.ajar.agent.fork.Fork;
import dev.ajar.agent.fork.Jdk;
import dev.ajar.agent.fork.Outcome;
import dev.ajar.agent.fork.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The report on the demo says what the demo's own comments say. */
class DemoReportIT {

  private static final Path JAR = Path.of(System.getProperty("ajar.demoJar"));
  private static final Path SOURCES = Path.of("src/main/java");
  private static final int SIGTERM = 143;

  @TempDir Path directory;

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void the_report_equals_the_comments_and_nothing_else_changes(Jdk jdk) throws IOException {
    Outcome watched = run(Fork.of(jdk, Files.createDirectory(directory.resolve("watched"))));
    Outcome alone =
        run(Fork.of(jdk, Files.createDirectory(directory.resolve("alone"))).withoutAgent());

    Report report = Report.of(watched);
    assertThat(report.said()).isEqualTo(Expectations.in(SOURCES));
    assertThat(report.failings()).isEmpty();
    assertThat(report.at("/header/endedBy").asText()).isEqualTo("SIGTERM");
    assertThat(watched.status()).isEqualTo(alone.status()).isEqualTo(SIGTERM);
    assertThat(withoutPorts(watched)).isEqualTo(withoutPorts(alone));
    assertThat(alone.stderr()).isEmpty();
    assertThat(watched.stderr()).isEqualTo(watched.said());
  }

  private static Outcome run(Fork fork) {
    return fork.classPath(JAR)
        .start("dev.ajar.demo.ChatGateway")
        .awaitLine("ready")
        .signal("TERM")
        .end();
  }

  private static String withoutPorts(Outcome outcome) {
    return outcome.stdout().replaceAll(":\\d+", ":PORT");
  }
}
