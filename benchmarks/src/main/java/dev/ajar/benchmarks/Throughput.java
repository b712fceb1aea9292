package dev.ajar.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Compares the requests a second of a client with and without Ajar, over loopback. Two JVMs, one
 * with the agent and one without, stand beside a third that serves; they take turns of a quarter of
 * a second, so that whatever the machine does meets both. Each pair of turns gives one ratio, and
 * each pair of JVMs the median of its ratios: two JVMs may compile the same code differently, which
 * is why there are several pairs.
 *
 * <p>{@code java -cp benchmarks/target/benchmarks.jar dev.ajar.benchmarks.Throughput PAIRS
 * [JAVA_HOME]}
 */
public final class Throughput {

  private static final String[] CLIENTS = {"apache5", "okhttp", "java.net.http"};
  // Until the compilers rest: after 5 s they still took a third of java.net.http's time.
  private static final int WARM_UP_MILLIS = 20_000;
  private static final int TURN_MILLIS = 250;
  private static final int TURNS = 40;

  private final Path java;
  private final Path target;
  private final Path directory;

  private Throughput(Path home, Path target) throws IOException {
    this.java = home.resolve("bin/java");
    this.target = target;
    this.directory = Files.createTempDirectory("throughput");
  }

  /** A JVM that answers a line with a line. */
  private record Jvm(Process process, PrintWriter in, BufferedReader out) implements AutoCloseable {

    String read() throws IOException {
      String line = out.readLine();
      if (line == null) {
        throw new IOException(process.info().commandLine().orElse("a JVM") + " has ended");
      }
      return line;
    }

    double ask(int millis) throws IOException {
      in.println(millis);
      return Double.parseDouble(read());
    }

    @Override
    public void close() throws InterruptedException {
      in.close();
      process.waitFor();
    }
  }

  /** Compares all clients. */
  public static void main(String... args) throws IOException, InterruptedException {
    int pairs = Integer.parseInt(args[0]);
    Path home = Path.of(args.length > 1 ? args[1] : System.getProperty("java.home"));
    Path target =
        Path.of(Throughput.class.getProtectionDomain().getCodeSource().getLocation().getPath())
            .getParent();
    Throughput throughput = new Throughput(home, target);
    System.out.printf("%s%n%-14s %12s %12s %8s   %s%n", home, "", "none/s", "Ajar/s", "ratio", "");
    for (String client : CLIENTS) {
      throughput.compare(client, pairs);
    }
  }

  private void compare(String client, int pairs) throws IOException, InterruptedException {
    double[] without = new double[pairs];
    double[] with = new double[pairs];
    double[] ratios = new double[pairs];
    for (int pair = 0; pair < pairs; pair++) {
      try (Jvm server = start(List.of(), "Answers")) {
        String url = "http://127.0.0.1:" + server.read() + "/";
        String agent = "-javaagent:" + target.resolve("../../agent/target/ajar.jar").normalize();
        try (Jvm none = start(List.of(), "Requests", client, url);
            Jvm ajar = start(List.of(agent), "Requests", client, url)) {
          none.ask(WARM_UP_MILLIS);
          ajar.ask(WARM_UP_MILLIS);
          double[][] turns = new double[3][TURNS];
          for (int turn = 0; turn < TURNS; turn++) {
            boolean ajarFirst = turn % 2 == 0;
            double first = (ajarFirst ? ajar : none).ask(TURN_MILLIS);
            double second = (ajarFirst ? none : ajar).ask(TURN_MILLIS);
            turns[0][turn] = ajarFirst ? second : first;
            turns[1][turn] = ajarFirst ? first : second;
            turns[2][turn] = turns[1][turn] / turns[0][turn];
          }
          without[pair] = median(turns[0]);
          with[pair] = median(turns[1]);
          ratios[pair] = median(turns[2]);
        }
      }
    }
    double[] sorted = ratios.clone();
    Arrays.sort(sorted);
    StringBuilder all = new StringBuilder();
    for (double ratio : sorted) {
      all.append(String.format(" %.3f", ratio));
    }
    System.out.printf(
        "%-14s %12.0f %12.0f %8.3f  %s%n",
        client, median(without), median(with), median(ratios), all);
  }

  private Jvm start(List<String> options, String program, String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of(java.toString()));
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(), "dev.ajar.benchmarks." + program));
    command.addAll(List.of(args));
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectError(directory.resolve("stderr").toFile())
            .start();
    return new Jvm(
        process,
        new PrintWriter(process.getOutputStream(), true, StandardCharsets.US_ASCII),
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII)));
  }

  /** This module's classes and the clients' jars; not Ajar's own, which the agent has to bring. */
  private String classPath() throws IOException {
    StringBuilder entries = new StringBuilder(target.resolve("classes").toString());
    try (DirectoryStream<Path> jars =
        Files.newDirectoryStream(target.resolve("lib"), "{http,kotlin,okhttp,okio,slf4j}*.jar")) {
      for (Path jar : jars) {
        entries.append(File.pathSeparatorChar).append(jar);
      }
    }
    return entries.toString();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
