package dev.ajar.agent.options;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** What a user has set in a test, and the reading of it. */
final class Given {
  static final List<String> LIBRARIES = List.of("jdk-http", "okhttp", "apache-5");

  private final Properties properties = new Properties();
  private final Map<String, String> variables = new LinkedHashMap<>();
  private String arguments;

  static Reading read(String arguments) {
    return new Given().arguments(arguments).read();
  }

  static Given configFile(Object file) {
    return new Given().arguments("config=" + file);
  }

  Given arguments(String arguments) {
    this.arguments = arguments;
    return this;
  }

  Given property(String name, Object value) {
    properties.put(name, value);
    return this;
  }

  Given variable(String name, String value) {
    variables.put(name, value);
    return this;
  }

  Reading read() {
    return OptionsReader.read(arguments, properties, variables, LIBRARIES);
  }
}
