package dev.ajar.agent.fork;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JVM that is to be started. It has a clean environment, a working directory and a temporary
 * directory of its own, and the agent unless it is told otherwise.
 */
public final class Fork {

  /** For every JVM of a run, as a profile of the build says. */
  private static final List<String> FLAGS =
      List.of(System.getProperty("ajar.forkFlags", "").split(" ")).stream()
          .filter(flag -> flag.startsWith("-"))
          .toList();

  private final Jdk jdk;
  private final Path directory;
  private final List<String> jvm = new ArrayList<>();
  private final List<Path> classPath = new ArrayList<>();
  private final Map<String, String> environment = new LinkedHashMap<>();
  private final List<String> starter = new ArrayList<>();
  private final List<String> earlier = new ArrayList<>();
  private String agent = "-javaagent:" + agentJar();
  private @Nullable Path input;

  private Fork(Jdk jdk, Path directory) {
    this.jdk = jdk;
    this.directory = directory;
    environment.put("LC_ALL", "C.UTF-8");
  }

  /**
   * A JVM of the given JDK, with the agent and no options.
   *
   * @param directory where it runs; its temporary directory is {@code tmp} in there
   */
  public static Fork of(Jdk jdk, Path directory) {
    return new Fork(jdk, directory);
  }

  /** The built agent. */
  public static Path agentJar() {
    return Path.of(System.getProperty("ajar.agentJar"));
  }

  public Fork withoutAgent() {
    agent = "";
    return this;
  }

  /** Another agent in the place of Ajar. */
  public Fork otherAgent(Path jar) {
    agent = "-javaagent:" + jar;
    return this;
  }

  /** Another agent, which starts before Ajar. */
  public Fork earlierAgent(Path jar, String arguments) {
    earlier.add("-javaagent:" + jar + "=" + arguments);
    return this;
  }

  /** What follows the equals sign of {@code -javaagent}. */
  public Fork agent(String arguments) {
    agent = "-javaagent:" + agentJar() + "=" + arguments;
    return this;
  }

  /** Flags for the JVM. */
  public Fork jvm(String... flags) {
    jvm.addAll(List.of(flags));
    return this;
  }

  /** A directory or jar; of a directory that holds jars, all of them. */
  public Fork classPath(Path entry) {
    classPath.add(entry);
    return this;
  }

  public Fork environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** What the program reads from standard input; nothing if it is not said. */
  public Fork input(Path file) {
    input = file;
    return this;
  }

  /** A command that starts the JVM with the words that follow its own, and becomes it. */
  public Fork startedBy(String... command) {
    starter.addAll(List.of(command));
    return this;
  }

  /** Starts a main class. */
  public Running start(String mainClass, String... arguments) {
    try {
      List<String> command = command();
      command.add(mainClass);
      command.addAll(List.of(arguments));
      ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      if (input != null) {
        builder.redirectInput(input.toFile());
      }
      builder.redirectError(directory.resolve("stderr").toFile());
      builder.redirectOutput(directory.resolve("stdout").toFile());
      return new Running(builder.start(), directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a main class to its end. */
  public Outcome run(String mainClass, String... arguments) {
    return start(mainClass, arguments).end();
  }

  /** Runs a main class to its end. */
  public Outcome run(String mainClass, List<String> arguments) {
    return run(mainClass, arguments.toArray(new String[0]));
  }

  private List<String> command() throws IOException {
    Path temporary = Files.createDirectories(directory.resolve("tmp"));
    List<String> command = new ArrayList<>(starter);
    command.add(jdk.launcher().toString());
    command.addAll(earlier);
    if (!agent.isEmpty()) {
      command.add(agent);
    }
    command.add("-Xmx512m");
    command.addAll(FLAGS);
    command.add("-Djava.io.tmpdir=" + temporary);
    command.addAll(jvm);
    command.add("-cp");
    command.add(joined());
    return command;
  }

  private String joined() {
    List<String> entries = new ArrayList<>();
    for (Path entry : classPath) {
      try (var jars =
          Files.newDirectoryStream(Files.isDirectory(entry) ? entry : entry.getParent(), "*.jar")) {
        boolean ofJars = Files.isDirectory(entry) && jars.iterator().hasNext();
        entries.add(ofJars ? entry + "/*" : entry.toString());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return String.join(System.getProperty("path.separator"), entries);
  }
}
