package dev.ajar.agent.options;

import java.util.ArrayList;
import java.util.List;

/**
 * A class of the application's own that is to be tracked.
 *
 * @param className its binary name
 * @param subtypes whether all its subtypes are meant, and itself
 * @param closes names of the methods that close it, at least one
 */
public record OwnClass(String className, boolean subtypes, List<String> closes) {

  private static final String SUBTYPES = "subtypes:";

  /**
   * Reads {@code com.acme.Client:close,shutdown}; without methods, {@code close} is meant. With
   * {@code subtypes:} before it, all subtypes are.
   *
   * @throws IllegalArgumentException if it is none; the message continues "option track=..."
   */
  static OwnClass parse(String text) {
    boolean subtypes = text.startsWith(SUBTYPES);
    String rest = subtypes ? text.substring(SUBTYPES.length()) : text;
    int colon = rest.indexOf(':');
    String className = (colon < 0 ? rest : rest.substring(0, colon)).strip();
    if (!JavaName.isQualified(className)) {
      throw new IllegalArgumentException(
          "has \"" + PrintableText.echo(className) + "\", which is no class name");
    }
    List<String> closes = new ArrayList<>();
    for (String method : OptionValue.parts(colon < 0 ? "close" : rest.substring(colon + 1))) {
      if (!JavaName.isSimple(method)) {
        throw new IllegalArgumentException(
            "has \"" + PrintableText.echo(method) + "\", which is no method name");
      }
      closes.add(method);
    }
    if (closes.isEmpty()) {
      throw new IllegalArgumentException("names no method that closes " + className);
    }
    return new OwnClass(className, subtypes, List.copyOf(closes));
  }

  /** The one way to write it. */
  String text() {
    return (subtypes ? SUBTYPES : "") + className + ":" + String.join(",", closes);
  }
}
