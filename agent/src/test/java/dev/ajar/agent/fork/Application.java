package dev.ajar.agent.fork;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A real application, with one version of what it is built on.
 *
 * @param name of its directory below {@code src/test/programs}, after {@code app-}
 * @param version such as {@code 4.1.0}
 * @param libraries its directory of jars
 */
public record Application(String name, String version, Path libraries) {

  private static final Pattern PRINTS = Pattern.compile("// prints: (.+)$", Pattern.MULTILINE);
  private static final Pattern TRACES = Pattern.compile("// traces: (.+)$", Pattern.MULTILINE);
  private static final Pattern SIGNAL = Pattern.compile("// signal: (.+)$", Pattern.MULTILINE);

  /**
   * All that the build has put into {@code target/applications}; with {@code
   * -Dajar.only=app-grpc+app-vertx} only those.
   */
  public static List<Application> all() {
    String only = System.getProperty("ajar.only", "");
    List<String> wanted = List.of(only.split("\\+"));
    List<Application> all = new ArrayList<>();
    for (Path application : list(Path.of(System.getProperty("ajar.applications")))) {
      String name = application.getFileName().toString();
      if (only.isEmpty() || wanted.contains("app-" + name)) {
        for (Path version : list(application)) {
          all.add(new Application(name, version.getFileName().toString(), version));
        }
      }
    }
    return all;
  }

  /** Compiles it against this version. */
  public Program compile(Path into) {
    return Program.process(directory(), List.of(libraries), into);
  }

  /** Its classes to start, by how their names begin. */
  public List<String> mains(String beginning) {
    return list(sources()).stream()
        .map(file -> file.getFileName().toString())
        .filter(file -> file.startsWith(beginning) && file.endsWith(".java"))
        .map(file -> file.substring(0, file.length() - ".java".length()))
        .toList();
  }

  /**
   * The last line that a main class prints when it has done its work, as its comment {@code //
   * prints: …} says.
   */
  public String prints(String main) {
    String line = comment(main, PRINTS);
    if (line.isEmpty()) {
      throw new AssertionError(main + " of " + this + " does not say what it prints");
    }
    return line;
  }

  /**
   * The signal that ends a main class after that, as its comment {@code // signal: …} says; "" for
   * one that ends by itself.
   */
  public String signal(String main) {
    return comment(main, SIGNAL);
  }

  /**
   * The ids of the first and the last trace in which it opens what it forgets, as its comment
   * {@code // traces: …} says; "" for one that says none.
   */
  public String traces(String main) {
    return comment(main, TRACES);
  }

  /** The source of a main class. */
  public Path source(String main) {
    return sources().resolve(main + ".java");
  }

  @Override
  public String toString() {
    return directory() + " " + version;
  }

  private String directory() {
    return "app-" + name;
  }

  private Path sources() {
    return Path.of("src/test/programs", directory());
  }

  private String comment(String main, Pattern pattern) {
    try {
      Matcher comment = pattern.matcher(Files.readString(source(main)));
      return comment.find() ? comment.group(1).strip() : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> list(Path directory) {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
