package dev.ajar.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.agent.fork.Fork;
import dev.ajar.agent.fork.Jdk;
import dev.ajar.agent.fork.Outcome;
import dev.ajar.agent.fork.Program;
import dev.ajar.agent.fork.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is in the outputs, what never is, and whom Ajar believes. */
class TrustIT {

  private static final List<Path> CLIENTS =
      List.of(
          Program.client("apache-httpclient-5/httpclient5-5.6.5"),
          Program.client("okhttp/okhttp-4.12.1"));

  @TempDir static Path classes;

  @TempDir Path directory;

  @BeforeAll
  static void compile() {
    Program unused = Program.compile("trust", CLIENTS, classes);
  }

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void names_are_harmless_and_urls_without_secrets(Jdk jdk) throws IOException {
    Outcome outcome =
        fork(jdk).environment("OTEL_SERVICE_NAME", "orders\u001b[2J\u202e").run("Hostile");

    assertThat(outcome.stdout()).isEqualTo("18\n");
    Path report = outcome.reports().get(0);
    assertThat(Report.of(outcome).at("/findings")).hasSize(3);
    assertHarmless(outcome.said());
    assertThat(outcome.said()).containsOnlyOnce("\nopened ").contains("\"?[%dm?%dJ?</pre><script>");
    assertHarmless(Files.readString(report));
    assertHarmless(report.getFileName().toString());
    assertHarmless(shown(jdk, report, "show").stdout());
    assertHarmless(shown(jdk, report, "show", "--json").stdout());
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void root_is_told_nothing_by_a_file_of_others(Jdk jdk) throws IOException {
    Path config = Files.writeString(directory.resolve("ajar.conf"), "service=evil\n");
    Path hide = Files.writeString(directory.resolve("hide"), "kind:open reason=\"mine\"\n");
    for (Path file : List.of(config, hide)) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    }
    Fork fork = fork(jdk).agent("config=ajar.conf,suppressions=hide,baseline=hide");
    Outcome outcome =
        (isRoot() ? fork : fork.startedBy("unshare", "--map-root-user")).run("Hostile");

    String why = " cannot be read: this process runs as root, and others can write the file";
    assertThat(outcome.stderr()).contains("ajar: config file ajar.conf" + why + "\n");
    assertThat(outcome.said().replaceAll("\\s+", " "))
        .contains("hide" + why + "; nothing is suppressed")
        .contains("hide" + why + "; no finding is marked");
    assertThat(Report.of(outcome).at("/findings")).hasSize(3);
    assertThat(Report.of(outcome).at("/header/service").asText()).isEqualTo("Hostile");
  }

  private static void assertHarmless(String text) {
    assertThat(text).doesNotContain("geheim").doesNotContain("token");
    assertThat(text.codePoints().filter(TrustIT::commands).boxed()).isEmpty();
  }

  private static boolean commands(int point) {
    int type = Character.getType(point);
    return point != '\n' && (type == Character.CONTROL || type == Character.FORMAT);
  }

  private static boolean isRoot() throws IOException {
    return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
  }

  private Outcome shown(Jdk jdk, Path report, String command, String... options)
      throws IOException {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.add(report.toString());
    arguments.addAll(List.of(options));
    arguments.add(0, System.getProperty("ajar.reportsJar"));
    return Fork.of(jdk, Files.createTempDirectory(directory, "shown"))
        .withoutAgent()
        .run("-jar", arguments);
  }

  private Fork fork(Jdk jdk) {
    Fork fork = Fork.of(jdk, directory).classPath(classes);
    CLIENTS.forEach(fork::classPath);
    return fork;
  }
}
