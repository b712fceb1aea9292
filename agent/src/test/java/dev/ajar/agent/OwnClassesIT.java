package dev.ajar.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.agent.fork.Expectations;
import dev.ajar.agent.fork.Fork;
import dev.ajar.agent.fork.Jdk;
import dev.ajar.agent.fork.Outcome;
import dev.ajar.agent.fork.Program;
import dev.ajar.agent.fork.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The application's own classes, named in the options. */
class OwnClassesIT {

  @TempDir static Path classes;
  private static Program program;

  @TempDir Path directory;

  @BeforeAll
  static void compile() {
    program = Program.compile("own", List.of(), classes);
  }

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void classes_named_in_the_agent_arguments_are_tracked(Jdk jdk) {
    Outcome outcome = fork(jdk).agent("track=Own$Api:stop,quit+subtypes:Own$Connection").run("Own");

    Report report = report(outcome);
    assertThat(report.said()).isEqualTo(Expectations.in(program.sources()));
    assertThat(report.at("/findings").findValues("frame").toString())
        .contains("Own.main(Own.java:")
        .doesNotContain("Own$");
    assertThat(report.at("/coverage/0/name").asText()).isEqualTo("own classes");
    assertThat(report.at("/coverage/0/sources/0/classes").toString())
        .contains("Own$Api", "Own$Connection", "Own$Tcp", "Own$Tls")
        .contains("\"missing\":[\"quit\"]");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void classes_of_a_file_that_a_system_property_names_are_tracked(Jdk jdk) throws IOException {
    Path rules = directory.resolve("own.rules");
    Files.writeString(rules, "Own$Api:stop\nsubtypes:Own$Connection:close\n");
    Outcome outcome = fork(jdk).jvm("-Dajar.rules=" + rules).run("Own");

    assertThat(report(outcome).said()).isEqualTo(Expectations.in(program.sources()));
  }

  private Fork fork(Jdk jdk) {
    return Fork.of(jdk, directory).jvm("-Xverify:all").classPath(program.classes());
  }

  private static Report report(Outcome outcome) {
    assertThat(outcome.status()).isZero();
    assertThat(outcome.stdout()).endsWith("done\n");
    Report report = Report.of(outcome);
    assertThat(report.failings()).isEmpty();
    return report;
  }
}
