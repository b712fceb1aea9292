package dev.ajar.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.agent.fork.Expectations;
import dev.ajar.agent.fork.Fork;
import dev.ajar.agent.fork.Jdk;
import dev.ajar.agent.fork.Outcome;
import dev.ajar.agent.fork.Program;
import dev.ajar.agent.fork.Report;
import java.nio.file.Path;
import java.time.Duration;
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
 * A web application is deployed again and again, each time by a class loader of its own with a
 * client library of its own, and keeps a client: once it lets go, every loader is collected, and
 * every client is told of. {@code -Dajar.redeployments} says how often.
 */
@Execution(ExecutionMode.CONCURRENT)
class RedeploymentsIT {

  private static final int REDEPLOYMENTS = Integer.getInteger("ajar.redeployments", 200);
  private static final int FEW = 10;
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final Path LIBRARIES =
      Path.of(System.getProperty("ajar.applications"), "redeployed/5.6.5");

  @TempDir static Path classes;
  private static Program program;

  @TempDir Path directory;

  @BeforeAll
  static void compile() {
    program = Program.compile("app-redeployed", List.of(LIBRARIES), classes);
  }

  static Stream<Arguments> loaders() {
    return Jdk.withEach(Arguments.of("container", REDEPLOYMENTS), Arguments.of("none", FEW));
  }

  @ParameterizedTest(name = "{0}, parent {1}, {2} times")
  @MethodSource("loaders")
  void every_loader_is_collected_and_every_client_counted(Jdk jdk, String parent, int times) {
    Outcome outcome =
        Fork.of(jdk, directory)
            .classPath(program.classes())
            .classPath(LIBRARIES)
            .jvm("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC") // sooner done
            .jvm("-Ddeployments=" + times, "-Dparent=" + parent)
            .start("KeepsClient")
            .end(LIMIT);

    assertThat(outcome.status()).as(outcome.stderr()).isZero();
    String collected = times + " answers, " + times + " deployments collected";
    assertThat(outcome.stdout()).isEqualTo(collected + "\n");
    Report report = Report.of(outcome);
    assertThat(report.said())
        .containsExactlyElementsOf(
            Expectations.in(program.sources().resolve("KeepsClient.java")).stream()
                .map(line -> line.replace("piled-up 10 ", "piled-up " + times + " "))
                .toList());
    assertThat(report.at("/summary/clients/opened").asInt()).isEqualTo(times);
    assertThat(report.at("/summary/clients/abandoned").asInt()).isEqualTo(times);
    assertThat(report.failings()).isEmpty();
    System.out.println(jdk + ", parent " + parent + ": " + collected);
  }
}
