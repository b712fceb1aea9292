package dev.ajar.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.agent.fork.Expectations;
import dev.ajar.agent.fork.Fork;
import dev.ajar.agent.fork.Jdk;
import dev.ajar.agent.fork.Outcome;
import dev.ajar.agent.fork.Program;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Five hundred warnings are one line of code. */
class FiveHundredIT {

  private static final Path CLIENT = Program.client("apache-httpclient-5/httpclient5-5.6.5");

  @TempDir static Path classes;
  private static Program program;

  @TempDir Path directory;

  @BeforeAll
  static void compile() {
    program = Program.compile("five-hundred", List.of(CLIENT), classes);
  }

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void five_hundred_clients_of_one_line_are_one_finding(Jdk jdk) {
    Outcome outcome = fork(jdk).run("FiveHundred");

    assertThat(outcome.status()).isZero();
    assertThat(outcome.stdout()).isEqualTo("500\n");
    assertThat(outcome.reports()).hasSize(1);
    assertThat(Expectations.of(outcome.reports().get(0)))
        .isEqualTo(Expectations.in(program.sources()));
    assertThat(outcome.stderr())
        .contains("500 × Apache HttpClient 5 client")
        .contains("FiveHundred.make(FiveHundred.java:30)")
        .contains("on 32 threads \"pool-%d-thread-%d\"");
    assertThat(outcome.ledgers()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void the_same_closed_are_none(Jdk jdk) {
    Outcome outcome = fork(jdk).run("FiveHundred", "close");

    assertThat(outcome.status()).isZero();
    assertThat(Expectations.of(outcome.reports().get(0))).isEmpty();
    assertThat(outcome.said()).hasLineCount(1).contains("500 clients opened, all closed");
  }

  private Fork fork(Jdk jdk) {
    return Fork.of(jdk, directory).classPath(program.classes()).classPath(CLIENT);
  }
}
