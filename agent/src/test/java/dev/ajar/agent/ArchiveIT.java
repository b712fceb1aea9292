package dev.ajar.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.agent.fork.Fork;
import dev.ajar.agent.fork.Jdk;
import dev.ajar.agent.fork.Outcome;
import dev.ajar.agent.fork.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Archives of loaded classes, which make an application start sooner, stay in use as far as any
 * agent lets the JVM use them.
 */
class ArchiveIT {

  @TempDir static Path classes;
  @TempDir static Path agentClasses;
  private static Path application;
  private static Path emptyAgent;

  @TempDir Path directory;

  @BeforeAll
  static void compile() {
    application = Program.compile("harmless", List.of(), classes).jar();
    emptyAgent = Program.compile("empty-agent", List.of(), agentClasses).agentJar("EmptyAgent");
  }

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  static List<Jdk> jdks_with_an_aot_cache() {
    return jdks().stream().filter(jdk -> jdk.feature() >= 25).toList();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void an_archive_made_without_an_agent_is_used_as_with_any_agent(Jdk jdk) {
    Path archive = directory.resolve("application.jsa");
    Outcome unused =
        fork(jdk, "made").withoutAgent().jvm("-XX:ArchiveClassesAtExit=" + archive).run("Hello");

    Outcome empty = withArchive(fork(jdk, "empty").otherAgent(emptyAgent), archive);
    Outcome watched = withArchive(fork(jdk, "watched"), archive);

    assertThat(log(watched)).contains(" Hello source: shared objects file (top)");
    // JDK 25 has something to say about the archive, to any agent.
    assertThat(withoutTimes(watched.stdout())).isEqualTo(withoutTimes(empty.stdout()));
    assertThat(watched.stderr()).startsWith(empty.stderr());
    assertThat(watched.said()).contains("5 × java.net.http client");
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("jdks_with_an_aot_cache")
  void clients_that_come_out_of_an_aot_cache_are_watched(Jdk jdk) {
    Path cache = directory.resolve("application.aot");
    Outcome trained =
        fork(jdk, "trained").jvm("-XX:AOTCacheOutput=" + cache).run("Hello", "client");
    assertThat(trained.status()).isZero();

    Outcome watched =
        fork(jdk, "watched")
            .jvm("-XX:AOTCache=" + cache, "-XX:AOTMode=on", "-Xlog:class+load:file=classes.log")
            .run("Hello", "client");

    assertThat(log(watched)).contains(" Hello source: shared objects file");
    assertThat(watched.stdout()).isEqualTo("hello\n");
    assertThat(watched.said()).contains("5 × java.net.http client");
  }

  private static Outcome withArchive(Fork fork, Path archive) {
    return fork.jvm(
            "-XX:SharedArchiveFile=" + archive, "-Xshare:auto", "-Xlog:class+load:file=classes.log")
        .run("Hello", "client");
  }

  private Fork fork(Jdk jdk, String name) {
    try {
      Path own = Files.createDirectory(directory.resolve(name));
      return Fork.of(jdk, own).classPath(application);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String log(Outcome outcome) {
    try {
      return Files.readString(outcome.directory().resolve("classes.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String withoutTimes(String log) {
    return log.replaceAll("(?m)^\\[[0-9.]+s\\]", "");
  }
}
