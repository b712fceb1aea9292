package dev.ajar.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ajar.agent.fork.Client;
import dev.ajar.agent.fork.Expectations;
import dev.ajar.agent.fork.Fork;
import dev.ajar.agent.fork.Jdk;
import dev.ajar.agent.fork.Outcome;
import dev.ajar.agent.fork.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule meets the oldest and the newest version of its library, on each JDK. */
class ClientsIT {

  @TempDir static Path classes;
  private static final Map<Client, Program> PROGRAMS = new HashMap<>();

  @TempDir Path directory;

  @BeforeAll
  static void compile() throws IOException {
    for (Client client : Client.all()) {
      Path into = Files.createDirectory(classes.resolve(client.name()));
      PROGRAMS.put(client, client.compile(into));
    }
  }

  static Stream<Arguments> matrix() {
    return Client.all().stream()
        .flatMap(client -> Jdk.all().stream().map(jdk -> arguments(client, jdk)));
  }

  @ParameterizedTest
  @MethodSource("matrix")
  void what_stays_open_is_reported_and_nothing_else(Client client, Jdk jdk) {
    Fork fork = fork(client, jdk).jvm("-Xverify:all");

    Outcome outcome = run(fork, "Forgotten", "Owner", "Abandoned");

    assertThat(said(outcome)).isEqualTo(expected(client, "Forgotten", "Owner", "Abandoned"));
  }

  @ParameterizedTest
  @MethodSource("matrix")
  void what_is_closed_is_not_reported(Client client, Jdk jdk) {
    Outcome outcome = run(fork(client, jdk), "Closed", "Late");

    assertThat(said(outcome)).isEmpty();
  }

  private Fork fork(Client client, Jdk jdk) {
    Fork fork = Fork.of(jdk, directory).classPath(PROGRAMS.get(client).classes());
    client.libraries().forEach(fork::classPath);
    return fork;
  }

  private static Outcome run(Fork fork, String... programs) {
    Outcome outcome = fork.run("Programs", programs);
    assertThat(outcome.stdout().lines().skip(1))
        .as(outcome.stderr())
        .containsExactlyElementsOf(Stream.of(programs).map(name -> "ran " + name).toList());
    assertThat(outcome.status()).isZero();
    assertThat(outcome.reports()).as(outcome.stderr()).hasSize(1);
    JsonNode report = Expectations.read(outcome.reports().get(0));
    assertThat(report.get("problems")).isEmpty();
    assertThat(report.get("losses")).isEmpty();
    assertThat(report.get("damage")).isEmpty();
    return outcome;
  }

  private static Set<String> said(Outcome outcome) {
    return Expectations.of(outcome.reports().get(0));
  }

  private static Set<String> expected(Client client, String... programs) {
    Set<String> expected = new TreeSet<>();
    for (String program : programs) {
      Path source = PROGRAMS.get(client).sources().resolve(program + ".java");
      expected.addAll(Expectations.in(source));
    }
    return expected;
  }
}
