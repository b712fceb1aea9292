package dev.ajar.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.agent.fork.Client;
import dev.ajar.agent.fork.Fork;
import dev.ajar.agent.fork.Jdk;
import dev.ajar.agent.fork.Outcome;
import dev.ajar.agent.fork.Program;
import dev.ajar.agent.fork.Report;
import dev.ajar.agent.fork.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Libraries whose forgotten clients keep the JVM from ending, each in its newest version: all that
 * have a program {@code hangs-LIBRARY}. Their JVMs hang side by side.
 */
class HangsIT {

  @TempDir Path directory;

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void each_is_told_while_it_hangs(Jdk jdk) throws IOException {
    Map<String, Running> running = new LinkedHashMap<>();
    for (Client client : newest(jdk).values()) {
      running.put(client.library(), start(jdk, client, "Forgets"));
    }

    assertThat(running).containsKey("okhttp");
    for (Map.Entry<String, Running> hang : running.entrySet()) {
      Outcome outcome =
          hang.getValue().awaitError("keep this JVM from ending: 1 x ").signal("TERM").end();
      assertThat(outcome.stderr()).as(hang.getKey()).contains("opened at Forgets.main(Forgets.");
      assertThat(Report.of(outcome).at("/holds/hang/by")).as(hang.getKey()).isNotEmpty();
    }
  }

  /** What the page on processes that hang shows, {@code docs/leaks/hang.md}. */
  @ParameterizedTest
  @MethodSource("jdks")
  void the_page_shows_what_is_said(Jdk jdk) throws IOException {
    Client okHttp = newest(jdk).get("okhttp");
    Running hanging = start(jdk, okHttp, "Mirror");
    Outcome mended = start(jdk, okHttp, "Mended").end();
    Outcome outcome = hanging.awaitError("keep this JVM from ending: ").signal("TERM").end();

    String said =
        outcome.stderr().lines().filter(line -> line.contains("keep this")).findFirst().get();
    assertThat(Pages.blocks(Pages.ALL.resolve("hang.md"), "text")).containsExactly(said + "\n");
    assertThat(mended.status()).isZero();
    assertThat(mended.stderr()).doesNotContain("keep this JVM");
  }

  private static Map<String, Client> newest(Jdk jdk) {
    Map<String, Client> newest = new LinkedHashMap<>();
    for (Client client : Client.all()) {
      boolean hangs = Files.exists(Path.of("src/test/programs/hangs-" + client.library()));
      if (hangs && client.runsOn(jdk)) {
        newest.put(client.library(), client);
      }
    }
    return newest;
  }

  private Running start(Jdk jdk, Client client, String main) throws IOException {
    Path own = Files.createDirectories(directory.resolve(client.library() + "-" + main));
    Path classes = Files.createDirectories(own.resolve("classes"));
    Program program = Program.compile("hangs-" + client.library(), client.libraries(), classes);
    Fork fork = Fork.of(jdk, own).classPath(program.classes());
    for (Path library : client.libraries()) {
      fork.classPath(library);
    }
    return fork.start(main);
  }
}
