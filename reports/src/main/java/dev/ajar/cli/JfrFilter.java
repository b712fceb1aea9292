package dev.ajar.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Has Flight Recorder of JDK 25 trace openings and closes without any agent. */
@Command(
    name = "jfr-filter",
    description = {
      "Prints a filter for the event jdk.MethodTrace of JDK 25 and newer: the methods that open and"
          + " close the clients that Ajar knows. No agent is needed for it, and it tells less.",
      "Exit status: 0, 64 wrong usage."
    },
    mixinStandardHelpOptions = true,
    versionProvider = AjarReports.Version.class,
    exitCodeOnInvalidInput = ExitStatus.USAGE)
final class JfrFilter implements Callable<Integer> {

  private final PrintStream out;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--libraries",
      split = ",",
      paramLabel = "NAME",
      description = "Only of these, named as for the agent; joined by commas. [all]")
  private List<String> libraries = new ArrayList<>();

  @Option(
      names = "--all-kinds",
      description = "Parts of clients and responses as well: one event and more for each request.")
  private boolean allKinds;

  @Option(names = "--jfc", description = "Print a settings file (.jfc) that enables the event.")
  private boolean jfc;

  JfrFilter(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    String filter = String.join(";", methods());
    if (!jfc) {
      out.println(filter);
      return ExitStatus.NOTHING;
    }
    out.println(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <configuration version="2.0" label="HTTP clients" provider="Ajar"
            description="Traces what opens and closes HTTP clients, on JDK 25 and newer">
          <event name="jdk.MethodTrace">
            <setting name="enabled">true</setting>
            <setting name="stackTrace">true</setting>
            <setting name="threshold">0 ms</setting>
            <setting name="filter">%s</setting>
          </event>
        </configuration>"""
            .formatted(filter.replace("<", "&lt;").replace(">", "&gt;")));
    return ExitStatus.NOTHING;
  }

  private Set<String> methods() {
    Set<String> methods = new LinkedHashSet<>();
    Set<String> unknown = new LinkedHashSet<>(libraries);
    for (KnownType type : KnownType.all()) {
      unknown.remove(type.library());
      if ((libraries.isEmpty() || libraries.contains(type.library()))
          && (allKinds || type.role().equals("CLIENT"))) {
        methods.addAll(type.opens());
        methods.addAll(type.closes());
      }
    }
    if (!unknown.isEmpty() && spec != null) {
      throw new ParameterException(
          spec.commandLine(), "no library is called " + String.join(", ", unknown));
    }
    return methods;
  }
}
