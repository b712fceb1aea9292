package dev.ajar.agent.options;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with the options, one line each: the first twenty, and how many more there are. */
final class Problems {
  private static final int MOST_SHOWN = 20;

  private final List<Problem> shown = new ArrayList<>();
  private int total;

  void unknown(Setting setting) {
    if (total++ < MOST_SHOWN) {
      String unknown =
          "unknown option \"" + PrintableText.echo(setting.key()) + "\"" + from(setting);
      String nearest = NearestName.of(setting.key(), Option.keys());
      if (nearest != null) {
        add(unknown + "; did you mean \"" + nearest + "\"? It is ignored.");
      } else if (setting.value() != null) {
        add(unknown + "; it is ignored.");
      } else {
        // A bare word is often the second name of a list that was joined by a comma.
        add(unknown + "; it is ignored. A list is joined by +.");
      }
    }
  }

  /** Adds a value that its option cannot have; {@code reason} continues the sentence. */
  void wrong(Setting setting, Option option, String reason) {
    if (total++ < MOST_SHOWN) {
      String value = setting.value() == null ? "" : "=" + PrintableText.echo(setting.value());
      String text = "option " + option.key() + value + from(setting) + " " + reason;
      shown.add(new Problem(text, option));
    }
  }

  void configInFile(Setting setting) {
    if (total++ < MOST_SHOWN) {
      add("option config" + from(setting) + " cannot be set in a file; it is ignored.");
    }
  }

  /** Adds a line of a file of rules that names no class; {@code reason} continues the sentence. */
  void wrongRule(Setting line, String reason) {
    if (total++ < MOST_SHOWN) {
      add(
          "rule "
              + PrintableText.echo(line.text())
              + from(line)
              + " "
              + reason
              + "; it is ignored.");
    }
  }

  /** Adds an option that does nothing as long as another is not set. */
  void idle(Option option, Option other, String source) {
    if (total++ < MOST_SHOWN) {
      add("option " + option.key() + " (from " + source + ") does nothing without " + other.key());
    }
  }

  void unreadable(String option, String file, String reason) {
    if (total++ < MOST_SHOWN) {
      String name = PrintableText.echo(file);
      add(option + " file " + name + " cannot be read: " + PrintableText.echo(reason));
    }
  }

  /** The lines, once all settings are made: a line on a value ends with the value used instead. */
  List<String> lines(Settings settings) {
    List<String> lines = new ArrayList<>();
    for (Problem problem : shown) {
      lines.add(line(problem, settings));
    }
    if (total > MOST_SHOWN) {
      lines.add("Problems with options that are not shown here: " + (total - MOST_SHOWN) + ".");
    }
    return List.copyOf(lines);
  }

  private static String line(Problem problem, Settings settings) {
    if (problem.option() == null) {
      return problem.text();
    }
    String value = settings.value(problem.option());
    String outcome = value == null ? "it is ignored." : PrintableText.echo(value) + " is used.";
    return problem.text() + (problem.text().endsWith("?") ? " " : "; ") + outcome;
  }

  private static String from(Setting setting) {
    return " (from " + setting.source() + ")";
  }

  private void add(String line) {
    shown.add(new Problem(line, null));
  }

  /**
   * One problem.
   *
   * @param option whose value the line is still to name; null: the text is the whole line
   */
  private record Problem(String text, @Nullable Option option) {}
}
