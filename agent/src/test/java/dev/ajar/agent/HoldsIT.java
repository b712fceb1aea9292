package dev.ajar.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ajar.agent.fork.Fork;
import dev.ajar.agent.fork.Jdk;
import dev.ajar.agent.fork.Outcome;
import dev.ajar.agent.fork.Program;
import dev.ajar.agent.fork.Report;
import dev.ajar.agent.fork.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the unclosed still hold: threads, sockets, connections, and the JVM itself. */
class HoldsIT {

  private static final Path APACHE = Program.client("apache-httpclient-5/httpclient5-5.6.5");
  private static final Path OKHTTP = Program.client("okhttp/okhttp-4.12.1");
  private static final String HANG = "only threads of HTTP clients keep this JVM from ending";

  @TempDir static Path classes;
  @TempDir static Path hangs;

  @TempDir Path directory;

  @BeforeAll
  static void compile() {
    Program unused = Program.compile("holds", List.of(APACHE), classes);
    unused = Program.compile("hangs", List.of(OKHTTP), hangs);
  }

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void tells_what_the_clients_of_a_place_hold(Jdk jdk) {
    Outcome outcome = leases(jdk, "many");

    Report report = Report.of(outcome);
    JsonNode holds = report.finding("Leases", "many").get("holds");
    assertThat(holds.at("/pools/asked").asInt()).isEqualTo(6);
    assertThat(holds.at("/pools/answered").asInt()).isEqualTo(6);
    assertThat(holds.at("/pools/leased").asInt()).isEqualTo(2);
    assertThat(holds.at("/pools/available").asInt()).isEqualTo(4);
    assertThat(holds.at("/threads/0/name").asText()).isEqualTo("idle-connection-evictor-*");
    assertThat(holds.at("/threads/0/count").asInt()).isEqualTo(6);
    assertThat(holds.at("/threads/0/bound").asText()).isEqualTo("exact");
    assertThat(holds.at("/sockets/0/host").asText()).startsWith("localhost:");
    assertThat(holds.at("/sockets/0/established").asInt()).isEqualTo(6);
    assertThat(report.at("/holds/descriptors/sockets").asInt()).isGreaterThanOrEqualTo(13);
    assertThat(report.at("/holds/tcp/accepted").asInt()).isEqualTo(6);
    assertThat(report.failings()).isEmpty();
    assertThat(outcome.said().replaceAll("\\s+", " "))
        .contains("; 6 connections (2 leased), 6 threads \"idle-connection-evictor-*\"");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void a_pool_without_a_connection_left_is_an_error(Jdk jdk) {
    Outcome outcome = leases(jdk, "exhausted");

    JsonNode finding = Report.of(outcome).finding("Leases", "exhausted");
    assertThat(finding.get("severity").asText()).isEqualTo("error");
    assertThat(outcome.said()).contains("1 pool has no connection left; 1 request waits for one");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void a_pool_that_does_not_answer_holds_up_no_report(Jdk jdk) {
    Outcome outcome = leases(jdk, "stuck");

    JsonNode pools = Report.of(outcome).finding("Leases", "stuck").at("/holds/pools");
    assertThat(pools.get("asked").asInt()).isEqualTo(2);
    assertThat(pools.get("answered").asInt()).isLessThan(2);
    assertThat(outcome.status()).isZero();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void a_process_that_cannot_end_is_told_while_it_hangs(Jdk jdk) throws IOException {
    Running timer = hangs(jdk, "timer");
    Running server = hangs(jdk, "server");
    Running hang = hangs(jdk, "hang").awaitError(HANG);

    Outcome outcome = hang.signal("TERM").end();
    assertThat(outcome.stderr().lines().findFirst().orElse(""))
        .isEqualTo(
            "ajar: main has ended, and "
                + HANG
                + ": 1 x OkHttp client opened at Hangs.enqueue(Hangs.java:47):"
                + " 1 thread \"OkHttp Dispatcher\"");
    JsonNode told = Report.of(outcome).at("/holds/hang/by");
    assertThat(told).hasSize(1);
    assertThat(outcome.said()).contains("hang      main had ended by ");
    for (Running atWork : List.of(timer, server)) {
      Outcome end = atWork.awaitLine("ready").signal("TERM").end();
      assertThat(end.stderr()).doesNotContain(HANG);
      assertThat(Report.of(end).at("/holds/hang").isNull()).isTrue();
    }
  }

  private Outcome leases(Jdk jdk, String what) {
    return Fork.of(jdk, directory).classPath(classes).classPath(APACHE).run("Leases", what);
  }

  private Running hangs(Jdk jdk, String what) throws IOException {
    Path own = Files.createDirectories(directory.resolve(what));
    return Fork.of(jdk, own).classPath(hangs).classPath(OKHTTP).start("Hangs", what);
  }
}
