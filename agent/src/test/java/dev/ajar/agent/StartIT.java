package dev.ajar.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.agent.fork.Fork;
import dev.ajar.agent.fork.Jdk;
import dev.ajar.agent.fork.Outcome;
import dev.ajar.agent.fork.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The start: few classes and no machinery before a client is met, and once in a JVM. */
class StartIT {

  // All that is loaded before a client is met, 10 classes, and a little room.
  private static final int MOST_CLASSES = 12;

  private static final Pattern LOADED = Pattern.compile("\\] (\\S+) source: ");
  private static final Pattern ADDRESS = Pattern.compile("/0x[0-9a-f]+$|\\$\\$Lambda\\$\\d+");

  @TempDir static Path classes;
  @TempDir static Path agentClasses;
  private static Path emptyAgent;

  @TempDir Path directory;

  @BeforeAll
  static void compile() {
    Program unused = Program.compile("harmless", List.of(), classes);
    emptyAgent = Program.compile("empty-agent", List.of(), agentClasses).agentJar("EmptyAgent");
  }

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void loads_a_handful_of_its_classes(Jdk jdk) throws IOException {
    assertThat(loaded(Fork.of(jdk, directory)))
        .filteredOn(name -> name.startsWith("dev.ajar."))
        .contains("dev.ajar.agent.Agent")
        .hasSizeLessThanOrEqualTo(MOST_CLASSES)
        .allSatisfy(name -> assertThat(name).startsWith("dev.ajar.agent."))
        .noneMatch(name -> name.startsWith("dev.ajar.agent.track."))
        .noneMatch(name -> name.startsWith("dev.ajar.agent.options."));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void loads_no_logging_and_no_flight_recorder(Jdk jdk) throws IOException {
    assertThat(loaded(Fork.of(jdk, directory)))
        .noneMatch(name -> name.startsWith("java.util.logging."))
        .noneMatch(name -> name.startsWith("java.lang.System$Logger"))
        .noneMatch(name -> name.startsWith("jdk.jfr."));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void spins_no_lambda_that_an_empty_agent_does_not(Jdk jdk) throws IOException {
    List<String> empty = lambdas(loaded(Fork.of(jdk, directory).otherAgent(emptyAgent)));

    assertThat(empty).isNotEmpty();
    assertThat(lambdas(loaded(Fork.of(jdk, directory)))).isEqualTo(empty);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void starts_once_however_often_it_is_named(Jdk jdk) {
    Outcome outcome =
        Fork.of(jdk, directory)
            .jvm("-javaagent:" + Fork.agentJar() + "=quiet")
            .classPath(classes)
            .run("Hello", "client");

    assertThat(outcome.status()).isZero();
    assertThat(outcome.stderr().lines().filter(line -> line.startsWith("ajar: ")))
        .containsExactly(
            "ajar: is in this JVM already; its second start is ignored, with its options");
    assertThat(outcome.said()).containsOnlyOnce("5 × java.net.http client");
    assertThat(outcome.reports()).hasSize(1);
  }

  private List<String> loaded(Fork fork) throws IOException {
    Path log = directory.resolve("classes.log");
    Files.deleteIfExists(log);
    Outcome outcome = fork.jvm("-Xlog:class+load=info:file=" + log).classPath(classes).run("Hello");
    assertThat(outcome.stdout()).isEqualTo("hello\n");
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .map(LOADED::matcher)
          .filter(line -> line.find())
          .map(line -> line.group(1))
          .toList();
    }
  }

  /** Names of the classes behind lambdas and method handles, without what differs in each run. */
  private static List<String> lambdas(List<String> loaded) {
    return loaded.stream()
        .filter(name -> name.contains("Lambda") || name.startsWith("java.lang.invoke."))
        .map(name -> ADDRESS.matcher(name).replaceAll(""))
        .sorted()
        .toList();
  }
}
