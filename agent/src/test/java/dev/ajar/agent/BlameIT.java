package dev.ajar.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ajar.agent.fork.Expectations;
import dev.ajar.agent.fork.Fork;
import dev.ajar.agent.fork.Jdk;
import dev.ajar.agent.fork.Outcome;
import dev.ajar.agent.fork.Program;
import dev.ajar.agent.fork.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Which line is blamed, and which library is named, where an application opens in roundabout ways.
 */
class BlameIT {

  private static final Path HTTP = Program.client("apache-httpclient-5/httpclient5-5.6.5");

  @TempDir static Path library;
  @TempDir static Path classes;
  private static Program sdk;
  private static Program orders;

  @TempDir Path directory;

  @BeforeAll
  static void compile(@TempDir Path sdkClasses) throws IOException {
    sdk = Program.compile("blame-sdk", List.of(HTTP), sdkClasses);
    Files.copy(sdk.jar(), library.resolve("sdk-2.1.0.jar"));
    orders = Program.compile("blame", List.of(HTTP, library), classes);
  }

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void the_line_that_opens_is_blamed_and_a_library_with_its_jar(Jdk jdk) throws IOException {
    Path source = directory.resolve("src/main/java/com/acme/Orders.java");
    Files.createDirectories(source.getParent());
    Files.copy(orders.sources().resolve("com/acme/Orders.java"), source);
    Files.setLastModifiedTime(source, FileTime.fromMillis(1));
    Outcome outcome = fork(jdk).run("com.acme.Orders");

    Report report = Report.of(outcome);
    Set<String> expected = new TreeSet<>(Expectations.in(orders.sources()));
    expected.addAll(Expectations.in(sdk.sources()));
    assertThat(report.said()).isEqualTo(expected);

    JsonNode own = report.finding("com.acme.Orders$Direct", "open");
    assertThat(own.get("cause").isNull()).isTrue();
    assertThat(own.get("source").asText()).startsWith("return HttpClients.createDefault();");

    JsonNode librarys = report.finding("org.sdk.Api", "call");
    assertThat(librarys.at("/blame/application").asBoolean()).isFalse();
    assertThat(librarys.at("/cause/jar").asText()).isEqualTo("sdk-2.1.0.jar");
    assertThat(librarys.at("/cause/version").asText()).isEqualTo("2.1.0");
    assertThat(librarys.at("/cause/trigger").asText()).startsWith("com.acme.Orders.");
    assertThat(librarys.get("callers").findValuesAsText("frame"))
        .hasSize(2)
        .allMatch(frame -> frame.startsWith("com.acme.Orders."));
    assertThat(outcome.stderr())
        .containsSubsequence("Orders$Direct.open(", "opened by libraries", "in sdk-2.1.0.jar");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void the_option_app_says_whose_line_is_to_be_blamed(Jdk jdk) {
    Outcome outcome = fork(jdk).agent("app=com.acme").run("com.acme.Orders");

    Report report = Report.of(outcome);
    assertThat(report.said()).hasSize(5).allMatch(said -> said.startsWith("Orders.java:"));
    assertThat(report.finding("com.acme.Orders", "main").at("/cause/jar").asText())
        .isEqualTo("sdk-2.1.0.jar");
    assertThat(report.finding("com.acme.Orders", "main").at("/cause/frame").asText())
        .startsWith("org.sdk.Api.call(");
  }

  private Fork fork(Jdk jdk) {
    return Fork.of(jdk, directory)
        .classPath(classes)
        .classPath(library.resolve("sdk-2.1.0.jar"))
        .classPath(HTTP);
  }
}
