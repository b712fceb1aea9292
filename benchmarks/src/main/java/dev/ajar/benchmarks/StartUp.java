package dev.ajar.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Times whole processes, from fork to exit, with and without agents, in paired rounds: every round
 * runs each variant once, in turn, and differences are taken within a round. Prints the median of
 * each, and of its difference from no agent and from the empty agent, in ms.
 *
 * <p>{@code java -cp benchmarks/target/benchmarks.jar dev.ajar.benchmarks.StartUp ROUNDS
 * [JAVA_HOME]}
 */
public final class StartUp {

  private static final String PACKAGE = "dev.ajar.benchmarks.";

  private final Path java;
  private final Path target;
  private final Path directory;

  private StartUp(Path home, Path target) throws IOException {
    this.java = home.resolve("bin/java");
    this.target = target;
    this.directory = Files.createTempDirectory("startup");
  }

  /** Runs both programs. */
  public static void main(String... args) throws IOException, InterruptedException {
    int rounds = Integer.parseInt(args[0]);
    Path home = Path.of(args.length > 1 ? args[1] : System.getProperty("java.home"));
    Path target =
        Path.of(StartUp.class.getProtectionDomain().getCodeSource().getLocation().getPath())
            .getParent();
    StartUp startUp = new StartUp(home, target);
    Path ajar = target.resolve("../../agent/target/ajar.jar").normalize();
    Map<String, List<String>> variants = new LinkedHashMap<>();
    variants.put("no agent", List.of());
    variants.put("empty agent", List.of("-javaagent:" + startUp.emptyAgent()));
    variants.put("ajar", List.of("-javaagent:" + ajar));
    variants.put("ajar, text only", List.of("-javaagent:" + ajar + "=formats=text"));
    variants.put(
        "jacoco",
        List.of(
            "-javaagent:"
                + target.resolve("jacoco.jar")
                + "=destfile="
                + startUp.directory.resolve("jacoco.exec")));
    System.out.println(home);
    startUp.compare("Hello", variants, rounds);
    startUp.compare("OneClient", variants, rounds);
  }

  private void compare(String program, Map<String, List<String>> variants, int rounds)
      throws IOException, InterruptedException {
    List<String> names = List.copyOf(variants.keySet());
    double[][] millis = new double[names.size()][rounds];
    for (int round = -2; round < rounds; round++) { // two to warm up
      for (int at = 0; at < names.size(); at++) {
        double taken = run(program, variants.getOrDefault(names.get(at), List.of()));
        if (round >= 0) {
          millis[at][round] = taken;
        }
      }
    }
    System.out.printf("%n%-18s %10s %14s %16s%n", program, "median", "over none", "over empty");
    for (int at = 0; at < names.size(); at++) {
      System.out.printf(
          "%-18s %10.1f %+14.1f %+16.1f%n",
          names.get(at),
          median(millis[at]),
          median(minus(millis[at], millis[0])),
          median(minus(millis[at], millis[1])));
    }
  }

  private double run(String program, List<String> agent) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(java.toString()));
    command.addAll(agent);
    command.addAll(List.of("-cp", classPath(), PACKAGE + program));
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int status = process.waitFor();
    double taken = (System.nanoTime() - start) / 1e6;
    if (status != 0) {
      throw new IllegalStateException(command + " gave " + status);
    }
    return taken;
  }

  /** This module's classes and the client's jars; not Ajar's own, which the agent has to bring. */
  private String classPath() throws IOException {
    StringBuilder entries = new StringBuilder(target.resolve("classes").toString());
    try (DirectoryStream<Path> jars =
        Files.newDirectoryStream(target.resolve("lib"), "{http,slf4j}*.jar")) {
      for (Path jar : jars) {
        entries.append(File.pathSeparatorChar).append(jar);
      }
    }
    return entries.toString();
  }

  private Path emptyAgent() {
    Path jar = directory.resolve("empty-agent.jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", EmptyAgent.class.getName());
    String entry = EmptyAgent.class.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        var in = StartUp.class.getClassLoader().getResourceAsStream(entry)) {
      out.putNextEntry(new JarEntry(entry));
      in.transferTo(out);
      out.closeEntry();
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double[] minus(double[] of, double[] what) {
    double[] differences = new double[of.length];
    for (int at = 0; at < of.length; at++) {
      differences[at] = of[at] - what[at];
    }
    return differences;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
