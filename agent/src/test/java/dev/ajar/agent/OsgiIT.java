package dev.ajar.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.agent.fork.Expectations;
import dev.ajar.agent.fork.Fork;
import dev.ajar.agent.fork.Jdk;
import dev.ajar.agent.fork.Outcome;
import dev.ajar.agent.fork.Program;
import dev.ajar.agent.fork.Report;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A bundle in Apache Felix, with a client library of its own inside: what it keeps is told of, and
 * once it is uninstalled its loader is collected.
 */
class OsgiIT {

  private static final Path CLIENT = Program.client("apache-httpclient-5/httpclient5-5.6.5");
  private static final Path FELIX = Program.companion("felix");
  private static final String ACTIVATOR = "com/acme/bundle/Activator.class";

  @TempDir static Path classes;
  private static Program program;
  private static Path bundle;

  @TempDir Path directory;

  @BeforeAll
  static void compile() throws IOException {
    program = Program.compile("osgi", List.of(CLIENT, FELIX), classes);
    bundle = bundle(classes.resolve("bundle.zip"));
    Files.delete(classes.resolve(ACTIVATOR)); // it is to be found in the bundle alone
  }

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void a_bundle_is_watched_and_its_loader_collected(Jdk jdk) {
    Outcome outcome =
        Fork.of(jdk, directory)
            .classPath(program.classes())
            .classPath(FELIX)
            .run("Osgi", bundle.toString(), directory.resolve("storage").toString());

    assertThat(outcome.status()).as(outcome.stderr()).isZero();
    assertThat(outcome.stdout())
        .isEqualTo(
            "bundle started by BundleClassLoader\nbundle collected, framework stopped: true\n");
    Report report = Report.of(outcome);
    assertThat(report.said()).isEqualTo(Expectations.in(program.sources())).hasSize(1);
    assertThat(report.at("/summary/clients/opened").asInt()).isEqualTo(6);
    assertThat(report.at("/summary/clients/closed").asInt()).isEqualTo(1);
    assertThat(report.failings()).isEmpty();
  }

  private static Path bundle(Path into) throws IOException {
    List<String> inside = new ArrayList<>(List.of("."));
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Bundle-ManifestVersion", "2");
    attributes.putValue("Bundle-SymbolicName", "com.acme.bundle");
    attributes.putValue("Bundle-Activator", "com.acme.bundle.Activator");
    attributes.putValue("DynamicImport-Package", "*");
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(CLIENT, "*.jar")) {
      jars.forEach(jar -> inside.add(jar.getFileName().toString()));
    }
    attributes.putValue("Bundle-ClassPath", String.join(",", inside));
    try (var out = new JarOutputStream(Files.newOutputStream(into), manifest)) {
      add(out, ACTIVATOR, classes.resolve(ACTIVATOR));
      for (String jar : inside.subList(1, inside.size())) {
        add(out, jar, CLIENT.resolve(jar));
      }
    }
    return into;
  }

  private static void add(JarOutputStream out, String name, Path file) throws IOException {
    out.putNextEntry(new JarEntry(name));
    Files.copy(file, out);
  }
}
