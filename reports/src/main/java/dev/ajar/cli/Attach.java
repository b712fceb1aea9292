package dev.ajar.cli;

import dev.ajar.report.TextStyle;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Loads the agent into a running JVM. */
@Command(
    name = "attach",
    description = {
      "Loads ajar.jar into a running JVM, or has one that it is in write a snapshot.",
      "Exit status: 0 it is in there, or the snapshot is written; 2 not so, 64 wrong usage."
    },
    mixinStandardHelpOptions = true,
    versionProvider = AjarReports.Version.class,
    exitCodeOnInvalidInput = ExitStatus.USAGE)
final class Attach implements Callable<Integer> {

  private final PrintStream out;
  private final TextStyle style;

  @Parameters(index = "0", paramLabel = "PID", description = "The process.")
  private long pid;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "OPTIONS",
      description = "Options of the agent, key=value,key=value; or dump, for a snapshot.")
  private @Nullable String options;

  @Option(
      names = "--agent",
      paramLabel = "PATH",
      description =
          "ajar.jar, as the process sees it; if not said, the one beside ajar-reports.jar.")
  private @Nullable Path agent;

  Attach(PrintStream out, TextStyle style) {
    this.out = out;
    this.style = style;
  }

  @Override
  public Integer call() throws IOException {
    TargetProcess process = TargetProcess.of(pid);
    Path jar = process.check(agent == null ? beside() : agent.toAbsolutePath());
    try {
      out.println("ajar: " + style.clean(TargetJvm.load(process, jar, options)));
    } catch (LinkageError e) { // thrown by the class's first use
      throw new IOException(
          "this Java, "
              + System.getProperty("java.home")
              + ", has no module jdk.attach; run the command with a JDK, or use jcmd",
          e);
    }
    return ExitStatus.NOTHING;
  }

  private static Path beside() throws IOException {
    try {
      Path self = Path.of(Attach.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path jar = self.resolveSibling("ajar.jar").toAbsolutePath();
      if (Files.isRegularFile(jar)) {
        return jar;
      }
      throw new IOException("there is no " + jar + "; say where it is with --agent");
    } catch (URISyntaxException e) {
      throw new IOException("say where ajar.jar is with --agent", e);
    }
  }
}
