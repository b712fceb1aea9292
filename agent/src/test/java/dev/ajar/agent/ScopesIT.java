package dev.ajar.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ajar.agent.fork.Fork;
import dev.ajar.agent.fork.Jdk;
import dev.ajar.agent.fork.Outcome;
import dev.ajar.agent.fork.Program;
import dev.ajar.agent.fork.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an application says to Ajar through its API, and is told. */
class ScopesIT {

  private static final Path API = Path.of(System.getProperty("ajar.apiJar"));
  private static final Pattern EXAMPLE =
      Pattern.compile("## In your code\n.*?```java\n(.*?)```", Pattern.DOTALL);

  @TempDir static Path classes;

  @TempDir Path directory;

  @BeforeAll
  static void compile() {
    Program unused = Program.compile("scopes", List.of(API.getParent()), classes);
  }

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  static List<Jdk> jdks_with_a_security_manager() {
    return Jdk.all().stream().filter(jdk -> jdk.feature() < 24).toList();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void the_report_says_in_which_scopes_clients_were_opened(Jdk jdk) {
    Outcome outcome = fork(jdk).run("Tenants");

    assertThat(outcome.stdout())
        .startsWith("watching: true\nanother class: true\n[14 x java.net.http client, opened at ")
        .endsWith("]\ndone\n");
    assertTenants(Report.of(outcome).findingIn("open"));
    assertThat(outcome.said())
        .contains("   scopes        tenant-9 (8), tenant-7 (3), tenant-7/import (2)\n")
        .containsPattern("   since mark    9 of those open were opened after \"after warm-up\", ");
    assertThat(Report.of(outcome).failings()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void without_the_agent_nothing_happens(Jdk jdk) {
    Outcome outcome = fork(jdk).withoutAgent().run("Tenants");

    assertThat(outcome.status()).isZero();
    assertThat(outcome.stdout()).isEqualTo("watching: false\nanother class: true\n[]\ndone\n");
    assertThat(outcome.stderr()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void an_agent_that_comes_late_finds_the_api_and_the_traces(Jdk jdk) {
    List<String> flags = new ArrayList<>(List.of("-Djdk.attach.allowAttachSelf=true"));
    if (jdk.feature() >= 21) {
      flags.add("-XX:+EnableDynamicAgentLoading");
    }
    Outcome outcome =
        fork(jdk)
            .withoutAgent()
            .jvm(flags.toArray(new String[0]))
            .run("Late", Fork.agentJar().toString());

    assertThat(outcome.stdout())
        .startsWith("watching: false\nwatching: true\n[5 x java.net.http client, opened at Late.");
    JsonNode finding = Report.of(outcome).findingIn("open");
    assertThat(finding.get("scopes")).hasSize(1);
    assertThat(finding.at("/scopes/0/name").asText()).isEqualTo("after");
    assertThat(finding.at("/scopes/0/unclosed").asLong()).isEqualTo(5);
    assertThat(finding.at("/traces/first").asText()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4730");
    assertThat(finding.at("/traces/last").asText()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4734");
    assertThat(Report.of(outcome).failings()).isEmpty();
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("jdks_with_a_security_manager")
  void a_security_manager_that_trusts_the_agent_changes_nothing(Jdk jdk) throws IOException {
    Path policy = directory.resolve("ajar.policy");
    Files.writeString(
        policy,
        """
        grant codeBase "%s" { permission java.security.AllPermission; };
        grant codeBase "%s" {
          permission java.lang.RuntimePermission "createClassLoader";
          permission java.lang.RuntimePermission "getClassLoader";
          permission java.lang.RuntimePermission "getProtectionDomain";
          permission java.lang.RuntimePermission "accessDeclaredMembers";
          permission java.lang.reflect.ReflectPermission "suppressAccessChecks";
          permission java.io.FilePermission "<<ALL FILES>>", "read";
        };
        """
            .formatted(Fork.agentJar().toUri(), classes.toUri()));

    Outcome outcome =
        fork(jdk).jvm("-Djava.security.manager", "-Djava.security.policy=" + policy).run("Tenants");

    assertThat(outcome.stdout()).startsWith("watching: true\n").endsWith("]\ndone\n");
    assertTenants(Report.of(outcome).findingIn("open"));
  }

  @Test
  void the_example_of_the_readme_compiles() throws IOException {
    Matcher example = EXAMPLE.matcher(Files.readString(Path.of("../README.md")));
    assertThat(example.find()).isTrue();
    Path source = directory.resolve("Example.java");
    Files.writeString(
        source,
        "import dev.ajar.api.Ajar;\nclass Example {\n  void run(Runnable importer) {\n"
            + example.group(1)
            + "  }\n}\n");

    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-cp", API.toString(), "--release", "17", source.toString());

    assertThat(status).isZero();
    assertThat(example.group(1)).hasLineCount(5);
  }

  private static void assertTenants(JsonNode finding) {
    List<String> scopes = new ArrayList<>();
    for (JsonNode scope : finding.get("scopes")) {
      scopes.add(
          scope.get("name").asText() + " " + scope.get("opened") + " " + scope.get("unclosed"));
    }
    assertThat(scopes).containsExactly("tenant-9 8 8", "tenant-7 3 3", "tenant-7/import 2 2");
    assertThat(finding.get("unclosed").asLong()).isEqualTo(14);
    assertThat(finding.get("moreScoped").asLong()).isZero();
    assertThat(finding.get("traces").isNull()).isTrue();
    assertThat(finding.at("/sinceMark/name").asText()).isEqualTo("after warm-up");
    assertThat(finding.at("/sinceMark/opened").asLong()).isEqualTo(9);
  }

  private Fork fork(Jdk jdk) {
    return Fork.of(jdk, directory).classPath(classes).classPath(API.getParent());
  }
}
