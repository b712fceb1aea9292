package dev.ajar.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.agent.fork.Expectations;
import dev.ajar.agent.fork.Fork;
import dev.ajar.agent.fork.Jdk;
import dev.ajar.agent.fork.Outcome;
import dev.ajar.agent.fork.Program;
import dev.ajar.agent.fork.Recorded;
import dev.ajar.agent.fork.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A security manager, which JDKs before 24 still have, may forbid all that the agent wants. */
class SecurityManagerIT {

  @TempDir static Path classes;

  @TempDir Path directory;

  @BeforeAll
  static void compile() {
    Program unused = Program.compile("harmless", List.of(), classes);
  }

  static List<Jdk> jdks_with_a_security_manager() {
    return Jdk.all().stream().filter(jdk -> jdk.feature() < 24).toList();
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("jdks_with_a_security_manager")
  void without_permissions_the_agent_is_off(Jdk jdk) throws IOException {
    Outcome bare = fork(jdk, "bare").withoutAgent().run("Hello", "client");
    Outcome watched = fork(jdk, "watched").run("Hello", "client");

    assertThat(watched.status()).isZero();
    assertThat(watched.stdout()).isEqualTo("hello\n");
    assertThat(watched.stderr()).isEqualTo(bare.stderr());
    assertThat(watched.files()).isEqualTo(bare.files());
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("jdks_with_a_security_manager")
  void permissions_for_its_jar_are_enough(Jdk jdk) throws IOException {
    Outcome watched = fork(jdk, "watched").jvm(policy()).run("Hello", "client");

    assertThat(watched.status()).isZero();
    assertThat(watched.stdout()).isEqualTo("hello\n");
    assertThat(watched.said()).contains("5 × java.net.http client");
    assertThat(watched.reports()).hasSize(1);
    // It grows on behalf of the application, which lacks the permission, in a file that is open.
    assertThat(Expectations.read(watched.reports().get(0)).at("/header/ledger").asText())
        .isEqualTo("file");
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("jdks_with_a_security_manager")
  void recordings_hold_what_the_report_says(Jdk jdk) throws IOException {
    Path recording = directory.resolve("exit.jfr");
    Outcome watched =
        fork(jdk, "watched")
            .jvm(policy())
            .jvm("-XX:StartFlightRecording:filename=" + recording)
            .run("Hello", "client");

    assertThat(watched.status()).isZero();
    assertThat(watched.stdout()).contains("hello\n"); // and a line of Flight Recorder's
    Report report = Report.of(watched);
    assertThat(report.failings()).isEmpty();
    assertThat(Recorded.report(jdk, recording).get("findings"))
        .isEqualTo(report.at("/findings"))
        .hasSize(1);
  }

  /** The flag that grants Ajar's jar everything, and the application no more than it has. */
  private String policy() throws IOException {
    Path policy = directory.resolve("ajar.policy");
    Files.writeString(
        policy,
        """
        grant codeBase "%s" { permission java.security.AllPermission; };
        """
            .formatted(Fork.agentJar().toUri()));
    return "-Djava.security.policy=" + policy;
  }

  private Fork fork(Jdk jdk, String name) throws IOException {
    return Fork.of(jdk, Files.createDirectory(directory.resolve(name)))
        .jvm("-Djava.security.manager")
        .classPath(classes);
  }
}
