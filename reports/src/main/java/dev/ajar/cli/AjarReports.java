package dev.ajar.cli;

import dev.ajar.report.TextStyle;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

/** The command, {@code java -jar ajar-reports.jar}. */
@Command(
    name = "ajar-reports",
    description = "Shows what Ajar found.",
    mixinStandardHelpOptions = true,
    versionProvider = AjarReports.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeOnInvalidInput = ExitStatus.USAGE,
    exitCodeOnExecutionException = ExitStatus.UNREADABLE)
public final class AjarReports {

  /** Runs the command and ends the JVM with its exit status. */
  public static void main(String[] arguments) {
    Charset charset = charset();
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, charset);
    PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset);
    int status = run(out, err, charset, arguments);
    out.flush();
    System.exit(status);
  }

  /** Runs the command and returns its exit status. */
  static int run(PrintStream out, PrintStream err, Charset charset, String... arguments) {
    TextStyle style = TextStyle.of(charset);
    CommandLine command = new CommandLine(new AjarReports());
    command.addSubcommand(new Show(out, style));
    command.addSubcommand(new Live(out, style, Terminal.isInteractive()));
    command.addSubcommand(new Recover(out, err, style));
    command.addSubcommand(new WriteBaseline(out));
    command.addSubcommand(new JfrFilter(out));
    command.addSubcommand(new Attach(out, style));
    command.setOut(new PrintWriter(out, true, charset));
    command.setErr(new PrintWriter(err, true, charset));
    command.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    command.setParameterExceptionHandler(
        (e, all) -> {
          err.println("ajar-reports: " + style.clean(usage(e)) + "; see --help");
          return ExitStatus.USAGE;
        });
    command.setExecutionExceptionHandler(
        (e, inner, parsed) -> {
          err.println("ajar-reports: " + style.clean(String.valueOf(e.getMessage())));
          return ExitStatus.UNREADABLE;
        });
    return command.execute(arguments);
  }

  private static String usage(ParameterException e) {
    String message = String.valueOf(e.getMessage());
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end).strip();
  }

  /** What the terminal, or whoever reads this, expects. */
  private static Charset charset() {
    String name = System.getProperty("stdout.encoding", System.getProperty("native.encoding", ""));
    return Charset.isSupported(name) ? Charset.forName(name) : Charset.defaultCharset();
  }

  /** The version in the jar's manifest. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = AjarReports.class.getPackage().getImplementationVersion();
      return new String[] {"ajar-reports " + (version == null ? "(not from its jar)" : version)};
    }
  }
}
