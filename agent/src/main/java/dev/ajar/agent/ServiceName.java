package dev.ajar.agent;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the watched service is called, where the option does not say: as others were told. */
final class ServiceName {

  /**
   * The first that is set: OpenTelemetry's name, by property and variable, Spring's, and the simple
   * name of the main class, or of the jar; never its arguments, which may hold secrets.
   */
  static String of(Map<?, ?> properties, Map<String, String> environment) {
    String name = filled(properties.get("otel.service.name"));
    if (name == null) {
      name = filled(environment.get("OTEL_SERVICE_NAME"));
    }
    if (name == null) {
      name = filled(properties.get("spring.application.name"));
    }
    if (name == null) {
      name = filled(environment.get("SPRING_APPLICATION_NAME"));
    }
    return name == null ? simple(main(properties)) : name;
  }

  /** The main class, without its module, or the file name of the jar. */
  static String main(Map<?, ?> properties) {
    String line = filled(properties.get("sun.java.command"));
    String command = line == null ? "java" : line;
    int space = command.indexOf(' ');
    String main = space < 0 ? command : command.substring(0, space);
    return main.substring(Math.max(main.lastIndexOf('/'), main.lastIndexOf('\\')) + 1);
  }

  private static @Nullable String filled(@Nullable Object value) {
    return value instanceof String text && !text.isBlank() ? text.strip() : null;
  }

  private static String simple(String main) {
    return main.endsWith(".jar")
        ? main.substring(0, main.length() - ".jar".length())
        : main.substring(main.lastIndexOf('.') + 1);
  }

  private ServiceName() {}
}
