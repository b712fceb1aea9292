package dev.ajar.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;

/** The jar that users get: what is in it, what its manifest asks of the JVM, and its size. */
class AgentJarIT {
  private static final Path JAR = Path.of(System.getProperty("ajar.agentJar"));

  private static final List<String> PACKAGES =
      List.of(
          "dev/ajar/agent/",
          "dev/ajar/file/",
          "dev/ajar/ledger/",
          "dev/ajar/report/",
          "dev/ajar/shaded/asm/",
          "dev/ajar/shaded/jackson/core/");

  private static final List<String> TEXTS =
      List.of(
          "META-INF/LICENSE",
          "META-INF/MANIFEST.MF",
          "META-INF/NOTICE",
          "META-INF/Schubfach-LICENSE");

  private static final int CLASS = 7; // the tag of such an entry in a constant pool

  private static final long MOST_BYTES = 1_250_000;

  @Test
  void holds_nothing_but_the_agent_and_its_renamed_libraries() throws IOException {
    assertThat(entries())
        .filteredOn(name -> !name.startsWith("META-INF/"))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(name).matches(AgentJarIT::isOurs));
  }

  @Test
  void carries_the_licences_and_no_other_metadata() throws IOException {
    assertThat(entries())
        .filteredOn(name -> name.startsWith("META-INF/"))
        .containsExactlyInAnyOrderElementsOf(TEXTS);
  }

  @Test
  void asks_for_a_premain_an_agentmain_and_retransformation() throws IOException {
    var manifest = manifest();

    assertThat(manifest.getValue("Premain-Class")).isEqualTo("dev.ajar.agent.Agent");
    assertThat(manifest.getValue("Agent-Class")).isEqualTo("dev.ajar.agent.Agent");
    assertThat(manifest.getValue("Can-Retransform-Classes")).isEqualTo("true");
    assertThat(manifest.getValue("Automatic-Module-Name")).isEqualTo("dev.ajar.agent");
    assertThat(manifest.getValue("Implementation-Version")).isNotBlank();
  }

  @Test
  void extends_no_class_path_and_asks_for_nothing_more() throws IOException {
    assertThat(manifest().keySet())
        .extracting(Object::toString)
        .doesNotContain(
            "Boot-Class-Path",
            "Class-Path",
            "Can-Redefine-Classes",
            "Can-Set-Native-Method-Prefix",
            "Launcher-Agent-Class",
            "Multi-Release");
  }

  @Test
  void stays_small() throws IOException {
    assertThat(Files.size(JAR)).isLessThan(MOST_BYTES);
  }

  @Test
  void holds_all_that_its_own_classes_name() throws IOException {
    List<String> entries = entries();

    assertThat(entries).contains("dev/ajar/agent/Agent.class");
    assertThat(namedByOwnClasses())
        .isNotEmpty()
        .allSatisfy(name -> assertThat(entries).contains(name + ".class"));
  }

  /** Classes below {@code dev.ajar}, but for what the renamed libraries name. */
  private static Set<String> namedByOwnClasses() throws IOException {
    Set<String> named = new TreeSet<>();
    try (var jar = new JarFile(JAR.toFile())) {
      for (JarEntry entry : Collections.list(jar.entries())) {
        String name = entry.getName();
        if (name.endsWith(".class") && isOurs(name) && !name.startsWith("dev/ajar/shaded/")) {
          addNamed(new ClassReader(jar.getInputStream(entry).readAllBytes()), named);
        }
      }
    }
    return named;
  }

  private static void addNamed(ClassReader reader, Set<String> named) {
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int item = 1; item < reader.getItemCount(); item++) {
      int offset = reader.getItem(item);
      if (offset > 0 && reader.readByte(offset - 1) == CLASS) {
        String name = reader.readUTF8(offset, buffer);
        String plain = name.replaceFirst("^\\[+L(.*);$", "$1");
        if (plain.startsWith("dev/ajar/")) {
          named.add(plain);
        }
      }
    }
  }

  private static boolean isOurs(String name) {
    return PACKAGES.stream().anyMatch(name::startsWith);
  }

  private static List<String> entries() throws IOException {
    try (var jar = new JarFile(JAR.toFile())) {
      return jar.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).toList();
    }
  }

  private static Attributes manifest() throws IOException {
    try (var jar = new JarFile(JAR.toFile())) {
      return jar.getManifest().getMainAttributes();
    }
  }
}
