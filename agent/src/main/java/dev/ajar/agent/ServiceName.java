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
    return name == null ? main(filled(properties.get("sun.java.command"))) : name;
  }

  private static @Nullable String filled(@Nullable Object value) {
    return value instanceof String text && !text.isBlank() ? text.strip() : null;
  }

  private static String main(@Nullable String line) {
    String command = line == null ? "java" : line;
    int space = command.indexOf(' ');
    String main = space < 0 ? command : command.substring(0, space);
    if (main.endsWith(".jar")) {
      main = main.substring(0, main.length() - ".jar".length());
      return main.substring(Math.max(main.lastIndexOf('/'), main.lastIndexOf('\\')) + 1);
    }
    return main.substring(Math.max(main.lastIndexOf('.'), main.lastIndexOf('/')) + 1);
  }

  private ServiceName() {}
}
