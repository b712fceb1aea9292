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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Another agent has loaded what Ajar watches before Ajar starts, and retransforms it while it is in
 * use.
 */
class RetransformIT {

  private static final Map<Client, Program> PROGRAMS = new HashMap<>();

  @TempDir static Path classes;
  private static Path otherAgent;

  @TempDir Path directory;

  @BeforeAll
  static void compile() throws IOException {
    for (Client client : Client.newest()) {
      PROGRAMS.put(
          client, client.compile(Files.createDirectories(classes.resolve(client.toString()))));
    }
    Path other = Files.createDirectory(classes.resolve("other"));
    otherAgent = jar(Program.compile("other-agent", List.of(), other).classes());
  }

  static Stream<Arguments> clients() {
    return Client.newest().stream()
        .flatMap(
            client -> Jdk.all().stream().filter(client::runsOn).map(jdk -> arguments(client, jdk)));
  }

  @ParameterizedTest
  @MethodSource("clients")
  void watches_what_was_loaded_before_and_is_retransformed_later(Client client, Jdk jdk) {
    Program program = PROGRAMS.get(client);
    List<String> programs = new ArrayList<>(program.leaving());
    programs.add(1, "OtherAgent");
    Outcome outcome = fork(client, jdk).run("Programs", programs);

    Report report = Report.of(outcome);
    Set<String> names = present(client);
    assertThat(outcome.stdout().lines())
        .contains("loaded early: " + names.size(), "retransformed late: " + names.size());
    assertThat(report.said()).isEqualTo(program.expected(program.leaving()));
    assertThat(report.failings()).isEmpty();
    assertThat(covered(report)).containsExactlyInAnyOrderElementsOf(names);
  }

  private Fork fork(Client client, Jdk jdk) {
    String names = String.join("+", client.watchedClasses()).replace('/', '.');
    Fork fork = Fork.of(jdk, directory).classPath(PROGRAMS.get(client).classes());
    client.libraries().forEach(fork::classPath);
    return fork.earlierAgent(otherAgent, names);
  }

  /** Without the class that OkHttp has moved elsewhere. */
  private static Set<String> present(Client client) {
    return client.watchedClasses().stream()
        .filter(name -> !name.equals("okhttp3/RealCall"))
        .map(name -> name.replace('/', '.'))
        .collect(Collectors.toSet());
  }

  private static List<String> covered(Report report) {
    return report.at("/coverage/0/sources/0/classes").findValues("className").stream()
        .map(JsonNode::asText)
        .toList();
  }

  private static Path jar(Path from) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", "OtherAgent");
    attributes.putValue("Can-Retransform-Classes", "true");
    Path jar = from.resolveSibling("other-agent.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      for (String name : List.of("OtherAgent.class", "OtherAgent$Copier.class")) {
        out.putNextEntry(new JarEntry(name));
        Files.copy(from.resolve(name), out);
      }
    }
    return jar;
  }
}
