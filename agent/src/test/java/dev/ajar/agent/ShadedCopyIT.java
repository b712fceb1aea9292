package dev.ajar.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ajar.agent.fork.Fork;
import dev.ajar.agent.fork.Jdk;
import dev.ajar.agent.fork.Outcome;
import dev.ajar.agent.fork.Program;
import dev.ajar.agent.fork.Report;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Copies of a library under other packages, in published jars of others. */
class ShadedCopyIT {

  /**
   * A published copy.
   *
   * @param title of the library, as reports call it
   * @param program directory of the programs that use the copy
   * @param directory of its jars, below those of all copies
   * @param jar that carries the copy, and its version
   * @param packages where it lies there
   */
  private record Copy(
      String title, String program, String directory, String jar, String version, String packages) {

    @Override
    public String toString() {
      return jar;
    }
  }

  private static final List<Copy> COPIES =
      List.of(
          new Copy(
              "Apache HttpClient 5",
              "copy-of-apache",
              "apache-httpclient-5/docker-java-transport-zerodep-3.7.0",
              "docker-java-transport-zerodep-3.7.0.jar",
              "3.7.0",
              "com.github.dockerjava.zerodep.shaded.org.apache.hc."),
          new Copy(
              "Netty",
              "copy-of-netty",
              "netty/grpc-netty-shaded-1.85.1",
              "grpc-netty-shaded-1.85.1.jar",
              "1.85.1",
              "io.grpc.netty.shaded.io.netty."));

  @TempDir Path directory;
  @TempDir Path classes;

  static Stream<Arguments> matrix() {
    return COPIES.stream().flatMap(copy -> Jdk.all().stream().map(jdk -> arguments(copy, jdk)));
  }

  @ParameterizedTest
  @MethodSource("matrix")
  void what_stays_open_of_a_copy_is_reported_under_the_jar_that_carries_it(Copy copy, Jdk jdk) {
    Program program = compile(copy);
    Report report = run(copy, jdk, program, program.leaving());

    assertThat(report.said()).isNotEmpty().isEqualTo(program.expected(program.leaving()));
    JsonNode sources = sources(report, copy.title());
    assertThat(sources).hasSize(1);
    JsonNode source = sources.get(0);
    assertThat(source.get("name").asText()).isEqualTo(copy.jar());
    assertThat(source.get("version").asText()).isEqualTo(copy.version());
    assertThat(source.get("classes"))
        .isNotEmpty()
        .allSatisfy(
            met -> {
              assertThat(met.get("className").asText()).startsWith(copy.packages());
              assertThat(met.get("missing")).isEmpty();
            });
  }

  @ParameterizedTest
  @MethodSource("matrix")
  void what_is_closed_of_a_copy_is_not_reported(Copy copy, Jdk jdk) {
    Program program = compile(copy);
    Report report = run(copy, jdk, program, program.closing());

    assertThat(report.said()).isEmpty();
    assertThat(report.at("/summary/clients/opened").asInt()).isPositive();
  }

  private static JsonNode sources(Report report, String title) {
    for (JsonNode library : report.at("/coverage")) {
      if (library.get("name").asText().equals(title)) {
        return library.get("sources");
      }
    }
    throw new AssertionError(title + " was not met");
  }

  private Program compile(Copy copy) {
    return Program.compile(copy.program(), List.of(jars(copy)), classes);
  }

  private Report run(Copy copy, Jdk jdk, Program program, List<String> methods) {
    Outcome outcome =
        Fork.of(jdk, directory)
            .jvm("-Xverify:all")
            .classPath(program.classes())
            .classPath(jars(copy))
            .run("Programs", methods);
    assertThat(outcome.stdout().lines())
        .as(outcome.stderr())
        .containsAll(methods.stream().map(name -> "ran " + name).toList());
    Report report = Report.of(outcome);
    assertThat(report.failings()).isEmpty();
    return report;
  }

  private static Path jars(Copy copy) {
    return Path.of(System.getProperty("ajar.copies"), copy.directory());
  }
}
