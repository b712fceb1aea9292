package dev.ajar.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ajar.agent.fork.Client;
import dev.ajar.agent.fork.Fork;
import dev.ajar.agent.fork.Jdk;
import dev.ajar.agent.fork.Outcome;
import dev.ajar.agent.fork.Program;
import dev.ajar.agent.fork.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule meets the oldest and the newest version of its library, on each JDK. */
@Execution(ExecutionMode.CONCURRENT)
class ClientsIT {

  /** Those whose clients have connection managers, and threads that evict what is idle. */
  private static final List<String> CLASSIC = List.of("apache-httpclient-4", "apache-httpclient-5");

  @TempDir static Path classes;
  private static final Map<Client, Program> PROGRAMS = new HashMap<>();

  @TempDir Path directory;

  @BeforeAll
  static void compile() throws IOException {
    for (Client client : Client.all()) {
      Path into = Files.createDirectories(classes.resolve(client.toString()));
      PROGRAMS.put(client, client.compile(into));
    }
  }

  static Stream<Arguments> matrix() {
    return Client.all().stream()
        .flatMap(
            client -> Jdk.all().stream().filter(client::runsOn).map(jdk -> arguments(client, jdk)));
  }

  @ParameterizedTest
  @MethodSource("matrix")
  void what_stays_open_is_reported_and_nothing_else(Client client, Jdk jdk) {
    Program program = PROGRAMS.get(client);
    List<String> leaving = program.leaving();
    Outcome outcome = fork(client, jdk).jvm("-Xverify:all").run("Programs", leaving);

    Report report = report(outcome, leaving);
    assertThat(report.said()).isNotEmpty().isEqualTo(program.expected(leaving));
    if (client.hasClients()) {
      assertRequests(report.findingIn("busy"), line(outcome, "server "));
    }
    assertCoverage(report.at("/coverage"), client, jdk);
    if (CLASSIC.contains(client.library())) {
      assertThat(report.finding("Forgotten", "busy").get("severity").asText()).isEqualTo("error");
      JsonNode parts = report.finding("Owner", "forgotten").get("parts");
      assertThat(parts).hasSize(1);
      assertThat(parts.at("/0/name").asText()).isEqualTo(client.title() + " connection manager");
      assertThat(parts.at("/0/count").asInt()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @MethodSource("matrix")
  void what_is_closed_is_not_reported(Client client, Jdk jdk) {
    List<String> closing = PROGRAMS.get(client).closing();
    Outcome outcome = fork(client, jdk).run("Programs", closing);

    Report report = report(outcome, closing);
    assertThat(report.said()).isEmpty();
    assertThat(report.at("/summary/clients/closedDuringShutdown").asText())
        .isEqualTo(line(outcome, "clients that hooks close: "));
    assertThat(report.at("/summary/responses/open").asLong()).isZero();
    assertThat(report.at("/summary/responses/abandoned").asLong()).isZero();
  }

  /** Three through each client. */
  private static void assertRequests(JsonNode finding, String host) {
    JsonNode requests = finding.get("requests");
    assertThat(requests.get("count").asLong()).isEqualTo(3 * finding.get("unclosed").asLong());
    assertThat(requests.get("hosts")).extracting(JsonNode::asText).containsExactly(host);
    Instant first = Instant.parse(requests.get("first").asText());
    Instant last = Instant.parse(requests.get("last").asText());
    assertThat(first).isBetween(Instant.parse(finding.get("firstOpened").asText()), last);
    assertThat(last).isAfterOrEqualTo(Instant.parse(finding.get("lastOpened").asText()));
  }

  /**
   * What was watched came from the jars of this version, and nothing that rules name was missing.
   */
  private static void assertCoverage(JsonNode coverage, Client client, Jdk jdk) {
    for (JsonNode library : coverage) {
      for (JsonNode source : library.get("sources")) {
        assertThat(source.get("classes"))
            .isNotEmpty()
            .allSatisfy(met -> assertThat(met.get("missing")).as("%s", met).isEmpty());
      }
    }
    JsonNode library = library(coverage, client.title());
    assertThat(library.get("opened").asBoolean()).isTrue();
    assertThat(library.get("sources")).isNotEmpty();
    for (JsonNode source : library.get("sources")) {
      String name = source.get("name").asText();
      assertThat(source.get("newestTested").isNull())
          .as("%s is not in clients.xml", name)
          .isFalse();
      assertThat(source.get("untested").asBoolean()).as("%s in clients.xml", name).isFalse();
      if (client.libraries().isEmpty()) {
        assertThat(name).isEqualTo(client.name());
        assertThat(source.get("version").asText()).startsWith(Integer.toString(jdk.feature()));
      } else {
        assertThat(client.libraries().get(0).resolve(name)).exists();
        assertThat(name).contains(source.get("version").asText());
      }
    }
  }

  private static JsonNode library(JsonNode coverage, String title) {
    for (JsonNode library : coverage) {
      if (library.get("name").asText().equals(title)) {
        return library;
      }
    }
    throw new AssertionError(title + " is not in " + coverage);
  }

  private Fork fork(Client client, Jdk jdk) {
    Fork fork = Fork.of(jdk, directory).classPath(PROGRAMS.get(client).classes());
    client.libraries().forEach(fork::classPath);
    return fork;
  }

  private static Report report(Outcome outcome, List<String> programs) {
    assertThat(outcome.stdout().lines())
        .as(outcome.stderr())
        .containsAll(programs.stream().map(name -> "ran " + name).toList());
    assertThat(outcome.status()).isZero();
    Report report = Report.of(outcome);
    assertThat(report.failings()).isEmpty();
    return report;
  }

  /**
   * The rest of the last line of standard output that begins so: a fixture may have a server too.
   */
  private static String line(Outcome outcome, String beginning) {
    return outcome
        .stdout()
        .lines()
        .filter(line -> line.startsWith(beginning))
        .map(line -> line.substring(beginning.length()))
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }
}
