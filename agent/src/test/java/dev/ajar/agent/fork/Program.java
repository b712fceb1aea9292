package dev.ajar.agent.fork;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * A program for a forked JVM: sources under {@code src/test/programs}, compiled for 17, or what
 * they need, against the libraries it is to run with, so that one source serves every version of a
 * library. Beside it are the classes of {@code src/test/programs/loopback}: a server to ask, and
 * the like.
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
    return compile(name, libraries, 17, into);
  }

  /** The same for a release, with the oldest JDK that knows it. */
  static Program compile(String name, List<Path> libraries, int release, Path into) {
    return compile(name, joined(libraries), release, into, "-proc:none");
  }

  /** The same, with the sources that annotation processors among the libraries write. */
  public static Program process(String name, List<Path> libraries, Path into) {
    String jars = joined(libraries);
    return compile(name, jars, 17, into, "--processor-path", jars);
  }

  private static Program compile(
      String name, String jars, int release, Path into, String... processing) {
    Path sources = ALL.resolve(name);
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--release", "" + release, "-g", "-nowarn", "-d", into.toString()));
    arguments.addAll(List.of("-cp", jars));
    arguments.addAll(List.of(processing));
    list(sources, ".java").forEach(source -> arguments.add(source.toString()));
    list(ALL.resolve("loopback"), ".java").forEach(source -> arguments.add(source.toString()));
    int status = compile(release, arguments);
    if (status != 0) {
      throw new AssertionError(name + " does not compile against " + jars);
    }
    return new Program(sources, into);
  }

  /** Whether there is a directory of that name below {@code src/test/programs}. */
  static boolean exists(String name) {
    return Files.isDirectory(ALL.resolve(name));
  }

  private static int compile(int release, List<String> arguments) {
    if (release <= Runtime.version().feature()) {
      return ToolProvider.getSystemJavaCompiler()
          .run(null, System.out, System.out, arguments.toArray(new String[0]));
    }
    Jdk jdk = Jdk.all().stream().filter(one -> one.feature() >= release).findFirst().orElseThrow();
    List<String> command = new ArrayList<>(arguments);
    command.add(0, jdk.home().resolve("bin/javac").toString());
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String joined(List<Path> libraries) {
    List<String> jars = new ArrayList<>();
    for (Path library : libraries) {
      list(library, ".jar").forEach(jar -> jars.add(jar.toString()));
    }
    return String.join(File.pathSeparator, jars);
  }

  /**
   * What leaves resources open, as {@code Programs} takes it: methods of {@code Fixture.java} or,
   * where there is none, classes.
   */
  public List<String> leaving() {
    return present("forgotten", "owned", "abandoned", "Forgotten", "Owner", "Abandoned");
  }

  /** What closes all that it opens, as {@code Programs} takes it. */
  public List<String> closing() {
    return present("closed", "late", "Closed", "Late");
  }

  /** What the comments in these programs' sources say that a report must say. */
  public Set<String> expected(List<String> names) {
    Set<String> expected = new TreeSet<>();
    for (String name : names) {
      expected.addAll(Expectations.in(sources.resolve(name.replaceFirst("\\..*", "") + ".java")));
    }
    return expected;
  }

  private List<String> present(String... names) {
    try {
      Path fixture = sources.resolve("Fixture.java");
      if (!Files.exists(fixture)) {
        return Stream.of(names)
            .filter(name -> Files.exists(sources.resolve(name + ".java")))
            .toList();
      }
      String text = Files.readString(fixture);
      return Stream.of(names)
          .filter(name -> text.contains("static void " + name + "()"))
          .map("Fixture."::concat)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  /**
   * The libraries of a client, as the build has put them into {@code target/clients}.
   *
   * @param name of the library, a slash, and the name and version of its jar
   */
  public static Path client(String name) {
    Path directory = Path.of(System.getProperty("ajar.clients"), name);
    if (!Files.isDirectory(directory)) {
      throw new AssertionError(directory + " is missing: the build puts it there");
    }
    return directory;
  }

  /**
   * What shares a JVM with Ajar, as the build has put it into {@code target/company}: a directory
   * of jars.
   */
  public static Path companion(String name) {
    Path directory = Path.of(System.getProperty("ajar.company"), name);
    if (!Files.isDirectory(directory)) {
      throw new AssertionError(directory + " is missing: the profile faults puts it there");
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
