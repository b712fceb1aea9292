package dev.ajar.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ajar.agent.fork.Fork;
import dev.ajar.agent.fork.Jdk;
import dev.ajar.agent.fork.MissionControl;
import dev.ajar.agent.fork.Outcome;
import dev.ajar.agent.fork.Program;
import dev.ajar.agent.fork.Recorded;
import dev.ajar.agent.fork.Report;
import dev.ajar.agent.fork.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Recordings of Flight Recorder, however they began and ended, hold what Ajar knows. */
@Execution(ExecutionMode.CONCURRENT)
class JfrIT {

  @TempDir static Path classes;

  @TempDir Path directory;

  @BeforeAll
  static void compile() {
    Program unused = Program.compile("jfr", List.of(), classes);
  }

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void what_is_dumped_at_exit_was_found_after_the_last_hook(Jdk jdk) {
    Path recording = directory.resolve("exit.jfr");
    Outcome outcome =
        fork(jdk)
            .jvm("-XX:StartFlightRecording:dumponexit=true,filename=" + recording)
            .start("Records", "hook")
            .awaitLine("ready")
            .signal("TERM")
            .end();

    assertThat(outcome.status()).isEqualTo(143);
    Report report = Report.of(outcome);
    JsonNode recorded = Recorded.report(jdk, recording);
    assertThat(report.failings()).isEmpty();
    assertThat(report.at("/summary/clients/closedDuringShutdown").asInt()).isEqualTo(2);
    assertThat(recorded.get("findings")).isEqualTo(report.at("/findings")).hasSize(1);
    assertThat(recorded.at("/header/nature").asText()).isEqualTo("recording");
    assertThat(recorded.at("/header/endedBy").asText()).isEqualTo("SIGTERM");
    assertThat(Recorded.run(jdk, "jfr", "print", "--events", "UnclosedClient", "" + recording))
        .contains("fingerprint = \"" + report.at("/findings/0/fingerprint").asText() + "\"")
        .contains("last = true");
    assertThat(MissionControl.events(recording, "dev.ajar.UnclosedClient"))
        .singleElement()
        .satisfies(
            columns ->
                assertThat(columns)
                    .containsEntry("Kind", "open")
                    .containsEntry("Count", "3")
                    .containsEntry("Fingerprint", report.at("/findings/0/fingerprint").asText()));
    assertThat(MissionControl.events(recording, "dev.ajar.OpenClients"))
        .anySatisfy(columns -> assertThat(columns).containsEntry("Open", "3"));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void recordings_come_and_go_and_streams_hear(Jdk jdk) {
    Outcome outcome = fork(jdk).run("Records", "api");

    assertThat(outcome.status()).as(outcome.stderr()).isEqualTo(3);
    assertThat(outcome.stdout()).contains("heard both");
    assertThat(Report.of(outcome).failings()).isEmpty();
    JsonNode first = Recorded.report(jdk, directory.resolve("round-0.jfr"));
    JsonNode second = Recorded.report(jdk, directory.resolve("round-1.jfr"));
    JsonNode last = Recorded.report(jdk, directory.resolve("last.jfr"));
    assertThat(tally(first)).containsExactly(4, 1, 3);
    assertThat(tally(second)).containsExactly(6, 2, 4);
    assertThat(tally(last)).containsExactly(7, 3, 4);
    assertThat(first.at("/header/unknown")).hasSize(1);
    assertThat(last.at("/header/unknown")).isEmpty();
    assertThat(last.get("findings")).isEqualTo(Report.of(outcome).at("/findings"));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void each_dump_on_demand_is_up_to_date(Jdk jdk) {
    Running running = fork(jdk).start("Records", "jcmd").awaitLine("ready");
    jcmd(jdk, running, "JFR.start", "name=one");
    running.awaitLine("opened");
    jcmd(jdk, running, "JFR.dump", "name=one", "filename=" + directory.resolve("one.jfr"));
    jcmd(jdk, running, "JFR.stop", "name=one");
    jcmd(jdk, running, "JFR.start", "name=two", "dumponexit=false");
    jcmd(jdk, running, "JFR.dump", "filename=" + directory.resolve("two.jfr"));
    Outcome outcome = running.signal("TERM").end();

    assertThat(outcome.status()).isEqualTo(143);
    assertThat(Report.of(outcome).failings()).isEmpty();
    for (String name : List.of("one.jfr", "two.jfr")) {
      assertThat(tally(Recorded.report(jdk, directory.resolve(name)))).containsExactly(5, 0, 5);
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void a_kill_leaves_openings_and_closes_up_to_the_last_flush(Jdk jdk) throws IOException {
    Path repository = Files.createDirectory(directory.resolve("repository"));
    Outcome outcome =
        fork(jdk)
            .jvm("-XX:FlightRecorderOptions:repository=" + repository, "-XX:StartFlightRecording")
            .start("Records", "kill")
            .awaitLine("flushed")
            .signal("KILL")
            .end();

    assertThat(outcome.status()).isEqualTo(137);
    Path assembled = directory.resolve("assembled.jfr");
    String unused = Recorded.run(jdk, "jfr", "assemble", "" + only(repository), "" + assembled);
    JsonNode recorded = Recorded.report(jdk, assembled);
    assertThat(tally(recorded)).containsExactly(4, 1, 3);
    assertThat(recorded.at("/damage")).isEmpty();
    assertThat(recorded.at("/header/unknown")).isNotEmpty();
    assertThat(recorded.at("/findings/0/blame/file").asText()).isEqualTo("Records.java");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void a_status_of_its_own_comes_after_the_recording(Jdk jdk) {
    Path recording = directory.resolve("status.jfr");
    Outcome outcome =
        fork(jdk)
            .agent("track=Connection:close,exit-code=9")
            .jvm("-XX:StartFlightRecording:filename=" + recording)
            .run("Records", "none");

    assertThat(outcome.status()).isEqualTo(9);
    Report report = Report.of(outcome);
    JsonNode recorded = Recorded.report(jdk, recording);
    assertThat(recorded.get("findings")).isEqualTo(report.at("/findings")).hasSize(1);
    assertThat(tally(recorded)).containsExactly(5, 0, 5);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void a_hook_that_cannot_be_moved_is_said(Jdk jdk) {
    Path recording = directory.resolve("refused.jfr");
    Outcome outcome =
        fork(jdk)
            .jvm("--add-exports=java.base/jdk.internal.access=ALL-UNNAMED")
            .jvm("-XX:StartFlightRecording:filename=" + recording)
            .run("Records", "refused");

    assertThat(outcome.status()).isZero();
    assertThat(outcome.said()).contains("Flight Recorder's shutdown hook could not be moved");
    assertThat(tally(Recorded.report(jdk, recording))).containsExactly(5, 0, 5);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void nothing_of_it_is_loaded_where_nothing_records(Jdk jdk) throws IOException {
    Path log = directory.resolve("classes.log");
    Outcome outcome = fork(jdk).jvm("-Xlog:class+load=info:file=" + log).run("Records", "none");

    assertThat(outcome.said()).contains("5 × Connection");
    assertThat(Files.readString(log))
        .contains("dev.ajar.agent.track.Tracker ")
        .doesNotContain(" jdk.jfr.")
        .doesNotContain(" dev.ajar.agent.jfr.");
  }

  private Fork fork(Jdk jdk) {
    return Fork.of(jdk, directory).agent("track=Connection:close").classPath(classes);
  }

  private static void jcmd(Jdk jdk, Running running, String... command) {
    String said =
        Recorded.run(
            jdk,
            "jcmd",
            Stream.concat(Stream.of("" + running.pid()), Stream.of(command))
                .toArray(String[]::new));
    assertThat(said).doesNotContain("Exception");
  }

  /** Opened, closed whenever it was, and open. */
  private static List<Integer> tally(JsonNode report) {
    JsonNode tally = report.at("/summary/clients");
    int closed = tally.get("closed").asInt() + tally.get("closedDuringShutdown").asInt();
    return List.of(tally.get("opened").asInt(), closed, tally.get("open").asInt());
  }

  private static Path only(Path in) throws IOException {
    try (Stream<Path> all = Files.list(in)) {
      return all.toList().get(0);
    }
  }
}
