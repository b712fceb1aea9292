package dev.ajar.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.agent.fork.Expectations;
import dev.ajar.agent.fork.Fork;
import dev.ajar.agent.fork.Jdk;
import dev.ajar.agent.fork.Outcome;
import dev.ajar.agent.fork.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Ajar in JMX: there as soon as the application has both a client and a platform MBean server. */
class JmxIT {

  @TempDir static Path classes;

  @TempDir Path directory;

  @BeforeAll
  static void compile() {
    Program unused = Program.compile("jmx", List.of(), classes);
  }

  static Stream<Arguments> servers() {
    return Jdk.withEach(
        Arguments.of("before", ""),
        Arguments.of("between", "-Djavax.management.builder.initial=Builder"),
        Arguments.of("after", "-Dcom.sun.management.jmxremote"));
  }

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("servers")
  void is_seen_whenever_the_server_was_made(Jdk jdk, String when, String flag) {
    Fork fork = Fork.of(jdk, directory).agent("output=run,quiet").classPath(classes);
    Outcome outcome = (flag.isEmpty() ? fork : fork.jvm(flag)).run("Asks", when);

    Path snapshot = directory.resolve("run-snapshot.json");
    assertThat(outcome.stdout().lines())
        .startsWith("registered: true", "open: 3")
        .anyMatch(line -> line.startsWith("site: 3 at Asks.open(Asks.java:"))
        .endsWith("dump: " + snapshot);
    assertThat(outcome.stderr()).isEmpty();
    assertThat(outcome.status()).isZero();
    assertThat(Expectations.read(snapshot).at("/header/nature").asText()).isEqualTo("snapshot");
    assertThat(outcome.reports()).hasSize(2);
    for (Path report : outcome.reports()) {
      assertThat(Expectations.read(report).at("/problems")).isEmpty();
      assertThat(Expectations.read(report).at("/summary/clients/opened").asInt()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void is_not_there_without_a_client(Jdk jdk) throws IOException {
    Path log = directory.resolve("classes.log");
    Outcome outcome =
        Fork.of(jdk, directory)
            .jvm("-Xlog:class+load=info:file=" + log)
            .classPath(classes)
            .run("Asks", "never");

    assertThat(outcome.stdout()).isEqualTo("registered: false\n");
    assertThat(outcome.stderr()).isEmpty();
    assertThat(Files.readString(log))
        .contains("dev.ajar.agent.Agent ")
        .doesNotContain("dev.ajar.agent.jmx");
  }
}
