package dev.ajar.agent.fork;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * A program for a forked JVM: sources under {@code src/test/programs}, compiled for 17 against the
 * libraries it is to run with, so that one source serves every version of a library. Beside it are
 * the classes of {@code src/test/programs/loopback}: a server to ask, and the like.
 */
public record Program(Path sources, Path classes) {

  private static final Path ALL = Path.of("src/test/programs");

  /**
   * Compiles a directory of sources.
   *
   * @param name the directory below {@code src/test/programs}
   * @param libraries directories of jars
   * @param into where the classes go
   */
  public static Program compile(String name, List<Path> libraries, Path into) {
    Path sources = ALL.resolve(name);
    List<String> arguments = new ArrayList<>();
    arguments.addAll(
        List.of("--release", "17", "-g", "-proc:none", "-nowarn", "-d", into.toString()));
    List<String> jars = new ArrayList<>();
    for (Path library : libraries) {
      list(library, ".jar").forEach(jar -> jars.add(jar.toString()));
    }
    arguments.addAll(List.of("-cp", String.join(File.pathSeparator, jars)));
    list(sources, ".java").forEach(source -> arguments.add(source.toString()));
    list(ALL.resolve("loopback"), ".java").forEach(source -> arguments.add(source.toString()));
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, System.out, System.out, arguments.toArray(new String[0]));
    if (status != 0) {
      throw new AssertionError(name + " does not compile against " + libraries);
    }
    return new Program(sources, into);
  }

  /** Packs the classes into a jar beside them. */
  public Path jar() {
    return jar("program.jar", new Manifest());
  }

  /** Packs the classes into the jar of an agent, beside them. */
  public Path agentJar(String premainClass) {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", premainClass);
    manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
    return jar("agent.jar", manifest);
  }

  /** The libraries of a client, as the build has put them into {@code target/clients}. */
  public static Path client(String nameAndVersion) {
    Path directory = Path.of(System.getProperty("ajar.clients"), nameAndVersion);
    if (!Files.isDirectory(directory)) {
      throw new AssertionError(directory + " is missing: the build puts it there");
    }
    return directory;
  }

  private Path jar(String name, Manifest manifest) {
    Path jar = classes.resolve(name);
    try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      for (Path file : list(classes, ".class")) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        Files.copy(file, out);
      }
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> list(Path directory, String ending) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
