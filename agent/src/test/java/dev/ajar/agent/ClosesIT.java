package dev.ajar.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ajar.agent.fork.Client;
import dev.ajar.agent.fork.Expectations;
import dev.ajar.agent.fork.Fork;
import dev.ajar.agent.fork.Jdk;
import dev.ajar.agent.fork.Outcome;
import dev.ajar.agent.fork.Program;
import dev.ajar.agent.fork.Report;
import dev.ajar.ledger.Ledger;
import dev.ajar.ledger.LedgerReader;
import dev.ajar.report.FailedClose;
import dev.ajar.report.Finding;
import dev.ajar.report.Kind;
import dev.ajar.report.Nature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Closes that fail, uses after a close, and what only looks like them, with real libraries. */
class ClosesIT {

  private static final List<String> PROGRAMS =
      List.of(
          "SharedSingleton",
          "ClosedTooEarly",
          "ClosedTwice",
          "ClosedInTheShutdown",
          "Evicted",
          "Threw",
          "SharedManager",
          "SharedManagerOf4");

  @TempDir static Path classes;

  private static Program program;
  private static final List<Path> LIBRARIES = new ArrayList<>();

  @TempDir Path directory;

  @BeforeAll
  static void compile() {
    for (Client client : Client.newest()) {
      if (List.of("apache-httpclient-4", "apache-httpclient-5", "okhttp")
          .contains(client.library())) {
        LIBRARIES.addAll(client.libraries());
      }
    }
    program = Program.compile("closes", LIBRARIES, classes);
  }

  static Stream<Arguments> programs() {
    return Jdk.all().stream()
        .flatMap(jdk -> PROGRAMS.stream().map(name -> Arguments.of(jdk, name)));
  }

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void finds_what_the_program_says(Jdk jdk, String name) {
    Outcome outcome = fork(jdk).run(name);
    Report report = Report.of(outcome);

    assertThat(report.said()).isEqualTo(Expectations.in(program.sources().resolve(name + ".java")));
    assertThat(report.failings()).isEmpty();
    assertThat(outcome.status()).isZero();
    for (JsonNode finding : report.at("/findings")) {
      assertProven(finding);
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void finds_a_close_that_does_not_end(Jdk jdk) throws IOException {
    Outcome outcome = fork(jdk).run("Stuck");
    assertThat(outcome.ledgers()).hasSize(1);
    Ledger ledger = LedgerReader.read(outcome.ledgers().get(0));
    long now = ledger.live().get(0).opened() + 60_000; // had nobody ended it

    dev.ajar.report.Report report = dev.ajar.report.Report.of(ledger, Nature.SNAPSHOT, now);
    assertThat(report.findings()).hasSize(1);
    Finding finding = report.findings().get(0);
    assertThat(finding.kind()).isEqualTo(Kind.CLOSE_FAILED);
    FailedClose failed = finding.failedClose();
    assertThat(failed.unfinished()).isEqualTo(1);
    assertThat(failed.closedAt())
        .singleElement()
        .matches(spot -> spot.frame().startsWith("Stuck.") && spot.threads().contains("closer-%d"));
    assertThat(dev.ajar.report.Report.of(ledger, Nature.SNAPSHOT, now - 55_000).findings())
        .isEmpty();
    Files.delete(outcome.ledgers().get(0));
  }

  private static void assertProven(JsonNode finding) {
    JsonNode late = finding.get("lateUse");
    JsonNode failed = finding.get("failedClose");
    assertThat(late.isNull()).isNotEqualTo(failed.isNull());
    JsonNode closedAt = (late.isNull() ? failed : late).get("closedAt");
    assertThat(closedAt).hasSize(1);
    assertThat(closedAt.at("/0/threads/0").asText()).isEqualTo("main");
    if (!late.isNull()) {
      assertThat(late.at("/usedAt/0/frame").asText()).contains(".ask(");
      assertThat(late.at("/usedAt/0/threads/0").asText()).isIn("worker-%d", "pool-%d-thread-%d");
    } else if (failed.get("threw").asInt() > 0) {
      assertThat(failed.at("/exceptions/0").asText()).isEqualTo("java.lang.IllegalStateException");
    } else {
      assertThat(failed.get("closesInVain").asInt()).isIn(5, 1);
      assertThat(failed.at("/closedInVain/0").asText()).matches("Apache HttpClient . client");
    }
  }

  private Fork fork(Jdk jdk) {
    Fork fork = Fork.of(jdk, directory).classPath(classes);
    LIBRARIES.forEach(fork::classPath);
    return fork;
  }
}
