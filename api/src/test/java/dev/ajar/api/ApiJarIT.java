package dev.ajar.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The jar that applications put on their class path. */
class ApiJarIT {

  @Test
  void holds_one_class_and_what_lies_in_it() throws IOException {
    try (var jar = new JarFile(Path.of(System.getProperty("ajar.apiJar")).toFile())) {
      assertThat(jar.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName))
          .containsExactlyInAnyOrder(
              "META-INF/LICENSE",
              "META-INF/MANIFEST.MF",
              "META-INF/NOTICE",
              "dev/ajar/api/Ajar.class",
              "dev/ajar/api/Ajar$OpenClients.class",
              "dev/ajar/api/Ajar$Scope.class",
              "dev/ajar/api/package-info.class");
      assertThat(jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name"))
          .isEqualTo("dev.ajar.api");
    }
  }
}
