package dev.ajar.agent.options;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The way from what the user wrote to {@link Options}. Agent arguments win over system properties,
 * those over environment variables, those over the file that {@code config} names.
 */
public final class OptionsReader {
  private static final String PROPERTY = "ajar.";
  private static final String VARIABLE = "AJAR_";

  /** Names the JDKs that Ajar's own build tests with; no option. */
  private static final String BUILD_VARIABLE = "AJAR_JDKS";

  private OptionsReader() {}

  /**
   * Reads all that is set. Never throws for what a user wrote.
   *
   * @param arguments what follows {@code -javaagent:ajar.jar=}
   * @param properties the system properties; entries that are no strings are passed over
   * @param environment the environment variables; an empty one counts as not set
   * @param libraries the names that {@code libraries} may hold
   */
  public static Reading read(
      @Nullable String arguments,
      Map<?, ?> properties,
      Map<String, String> environment,
      List<String> libraries) {
    List<Setting> given = new ArrayList<>();
    addVariables(environment, given);
    addProperties(properties, given);
    if (arguments != null && !arguments.isBlank()) {
      ArgumentString.addSettings(arguments, given);
    }
    return given.isEmpty()
        ? new Reading(Options.defaults(), Map.of(), Map.of(), List.of())
        : resolve(given, libraries);
  }

  private static void addVariables(Map<String, String> environment, List<Setting> given) {
    for (String name : environment.keySet()) {
      if (name.startsWith(VARIABLE) && !name.equals(BUILD_VARIABLE)) {
        String value = environment.get(name);
        if (value != null && !value.isBlank()) {
          String key = name.substring(VARIABLE.length()).replace('_', '-').toLowerCase(Locale.ROOT);
          given.add(Setting.of(key, value, PrintableText.echo(name)));
        }
      }
    }
  }

  private static void addProperties(Map<?, ?> properties, List<Setting> given) {
    for (Object property : properties.keySet()) {
      if (property instanceof String name
          && name.startsWith(PROPERTY)
          && properties.get(name) instanceof String value) {
        // -Dajar.quiet without "=" arrives as an empty value.
        String bareOrValue = value.isBlank() ? null : value;
        String source = PrintableText.echo("-D" + name);
        given.add(Setting.of(name.substring(PROPERTY.length()), bareOrValue, source));
      }
    }
  }

  /** Applies what is given, lowest precedence first: the file, then {@code given} in its order. */
  private static Reading resolve(List<Setting> given, List<String> libraries) {
    Settings settings = new Settings(libraries);
    for (Setting setting : given) {
      if (setting.isConfig()) {
        settings.accept(setting);
      }
    }
    String file = settings.value(Option.CONFIG);
    if (file != null) {
      readFile(file, settings);
    }
    for (Setting setting : given) {
      if (!setting.isConfig()) {
        settings.accept(setting);
      }
    }
    String rules = settings.value(Option.RULES);
    if (rules != null) {
      readRules(rules, settings);
    }
    return settings.reading();
  }

  private static void readFile(String name, Settings settings) {
    ConfigFile file = ConfigFile.open(name, "config", settings.problems());
    for (Setting setting = file.next(); setting != null; setting = file.next()) {
      if (setting.isConfig()) {
        settings.problems().configInFile(setting);
      } else {
        settings.accept(setting);
      }
    }
  }

  private static void readRules(String name, Settings settings) {
    ConfigFile file = ConfigFile.open(name, "rules", settings.problems());
    for (Setting line = file.next(); line != null; line = file.next()) {
      try {
        settings.track(OwnClass.parse(line.text()));
      } catch (IllegalArgumentException e) {
        settings.problems().wrongRule(line, String.valueOf(e.getMessage()));
      }
    }
  }
}
