package dev.ajar.agent.fork;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a command line tool said, on both streams, and its status.
 *
 * @param said without the line break at its end
 */
public record Command(int status, String said) {

  /** Runs {@code ajar-reports} on a JDK. */
  public static Command reports(Jdk jdk, String... arguments) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(jdk.launcher().toString(), "-XX:TieredStopAtLevel=1", "-jar"));
    command.add(System.getProperty("ajar.reportsJar"));
    command.addAll(List.of(arguments));
    return run(command);
  }

  /** Has {@code jcmd} load a jar into a JVM. */
  public static Command jcmdLoad(Jdk jdk, Running jvm, Path jar, String... arguments) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(jdk.home().resolve("bin/jcmd").toString(), "" + jvm.pid()));
    command.addAll(List.of("JVMTI.agent_load", jar.toString()));
    command.addAll(List.of(arguments));
    return run(command);
  }

  private static Command run(List<String> command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().put("LC_ALL", "C.UTF-8");
      Process process = builder.start();
      process.getOutputStream().close();
      byte[] said = process.getInputStream().readAllBytes();
      return new Command(process.waitFor(), new String(said, StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
