package dev.ajar.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ajar.agent.fork.Application;
import dev.ajar.agent.fork.Expectations;
import dev.ajar.agent.fork.Fork;
import dev.ajar.agent.fork.Jdk;
import dev.ajar.agent.fork.Outcome;
import dev.ajar.agent.fork.Program;
import dev.ajar.agent.fork.Report;
import dev.ajar.agent.fork.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No false alarms: real applications that close everything end without a finding. So that silence
 * is not blindness, each also runs with one thing forgotten, which is the only finding then.
 */
@Execution(ExecutionMode.CONCURRENT)
class ApplicationsIT {

  private static final int SIGTERM = 143; // as an exit status

  @TempDir static Path classes;
  private static final Map<Application, Program> PROGRAMS = new HashMap<>();

  @TempDir Path directory;

  @BeforeAll
  static void compile() throws IOException {
    for (Application application : Application.all()) {
      Path into = Files.createDirectories(classes.resolve(application.toString()));
      PROGRAMS.put(application, application.compile(into));
    }
  }

  static Stream<Arguments> closing() {
    return matrix("Application");
  }

  static Stream<Arguments> forgetting() {
    return matrix("Forgets");
  }

  @ParameterizedTest
  @MethodSource("closing")
  void who_closes_everything_is_not_alarmed(Application application, String main, Jdk jdk) {
    Outcome outcome = run(application, main, jdk);

    Report report = report(outcome);
    assertThat(report.said()).isEmpty();
    assertThat(outcome.said().lines()).hasSize(1).first().asString().contains("all closed");
    assertThat(report.at("/summary/clients/opened").asLong()).isPositive();
  }

  @ParameterizedTest
  @MethodSource("forgetting")
  void what_is_forgotten_is_the_only_finding(Application application, String main, Jdk jdk) {
    Outcome outcome = run(application, main, jdk);

    Set<String> expected = Expectations.in(application.source(main));
    assertThat(expected).hasSize(1);
    assertThat(report(outcome).said()).as(outcome.said()).isEqualTo(expected);
    assertThat(traces(report(outcome).at("/findings/0/traces")))
        .isEqualTo(application.traces(main));
    // A block of a page that begins with them, "text app-retrofit 3.0.0 ForgetsClients", say.
    assertThat(Pages.entriesIn(outcome.stderr()))
        .containsAll(Pages.entries("text " + application + " " + main));
  }

  private static String traces(JsonNode traces) {
    return traces.isNull() ? "" : traces.get("first").asText() + " " + traces.get("last").asText();
  }

  private static Stream<Arguments> matrix(String beginning) {
    List<Jdk> jdks = Jdk.all();
    return Application.all().stream()
        .flatMap(
            application ->
                application.mains(beginning).stream()
                    .flatMap(main -> jdks.stream().map(jdk -> arguments(application, main, jdk))));
  }

  private Outcome run(Application application, String main, Jdk jdk) {
    String lastLine = application.prints(main);
    String signal = application.signal(main);
    Running running =
        Fork.of(jdk, directory)
            .classPath(PROGRAMS.get(application).classes())
            .classPath(application.libraries())
            .start(main);
    if (!signal.isEmpty()) {
      running.awaitLine(lastLine).signal(signal);
    }
    Outcome outcome = running.end();
    assertThat(outcome.stdout().lines()).as(outcome.stderr()).contains(lastLine);
    assertThat(outcome.status()).isEqualTo(signal.isEmpty() ? 0 : SIGTERM);
    return outcome;
  }

  /** The report, which must say nothing of what Ajar itself could not do. */
  private static Report report(Outcome outcome) {
    Report report = Report.of(outcome);
    assertThat(report.failings()).isEmpty();
    for (JsonNode library : report.at("/coverage")) {
      for (JsonNode source : library.get("sources")) {
        for (JsonNode met : source.get("classes")) {
          assertThat(met.get("missing")).as("%s", met).isEmpty();
        }
      }
    }
    return report;
  }
}
