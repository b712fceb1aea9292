package dev.ajar.agent.options;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value after its check against what its option accepts.
 *
 * @param text the value in the one way to write it; where it is wrong, the reason, which continues
 *     "option key=value ..."
 */
record OptionValue(boolean isRight, String text) {
  private static final List<String> FORMATS = List.of("text", "json");
  private static final List<String> SEVERITIES = List.of("error", "warning", "info");

  /**
   * Checks a value.
   *
   * @param value null for a bare key
   * @param libraries the names that {@code libraries} may hold
   */
  static OptionValue of(Option option, @Nullable String value, List<String> libraries) {
    if (value == null && option.isFlag()) {
      return right("true");
    }
    if (value == null || value.isBlank()) {
      return wrong("has no value");
    }
    if (!PrintableText.isPrintable(value)) {
      return wrong("has characters that cannot be printed");
    }
    if (value.indexOf('"') >= 0) {
      return wrong("has a stray double quote");
    }
    // No switch: it would cost one more class, loaded before main.
    if (option == Option.TRACK) {
      return ownClasses(value);
    }
    if (option == Option.OUTPUT || option == Option.LIVE || option == Option.RULES) {
      return path(value);
    }
    if (option == Option.SUPPRESSIONS || option == Option.BASELINE) {
      return path(value);
    }
    if (option == Option.FAIL_ON) {
      return severity(value);
    }
    if (option == Option.EXIT_CODE) {
      return number(value, 255);
    }
    if (option == Option.FORMATS) {
      return names(value, FORMATS, "none");
    }
    if (option == Option.DEPTH) {
      return number(value, 256);
    }
    if (option == Option.APP) {
      return packages(value);
    }
    if (option == Option.LIBRARIES) {
      return names(value, libraries, "all");
    }
    if (option == Option.HOOK_WAIT) {
      return number(value, 0, 3_600);
    }
    if (option == Option.MAX_LIVE) {
      return number(value, 10_000_000);
    }
    if (option == Option.THRESHOLDS) {
      return Threshold.resolve(parts(value));
    }
    return option.isFlag() ? flag(value) : right(value);
  }

  private static OptionValue path(String value) {
    try {
      Path unused = Path.of(value);
      return right(value);
    } catch (IllegalArgumentException e) {
      return wrong("is not a path here");
    }
  }

  private static OptionValue severity(String value) {
    if (SEVERITIES.contains(value)) {
      return right(value);
    }
    String nearest = NearestName.of(value, SEVERITIES);
    return wrong(
        nearest == null
            ? "is not one of " + String.join(", ", SEVERITIES)
            : "is none; did you mean \"" + nearest + "\"?");
  }

  static OptionValue number(String value, int most) {
    return number(value, 1, most);
  }

  private static OptionValue number(String value, int least, int most) {
    int number = 0;
    for (int i = 0; i < value.length() && number <= most; i++) {
      int digit = value.charAt(i) - '0';
      number = digit < 0 || digit > 9 ? Integer.MAX_VALUE : 10 * number + digit;
    }
    return number < least || number > most
        ? wrong("is not a number from " + least + " to " + most)
        : right(Integer.toString(number));
  }

  private static OptionValue flag(String value) {
    boolean isFlag = value.equals("true") || value.equals("false");
    return isFlag ? right(value) : wrong("is not true or false");
  }

  private static OptionValue packages(String value) {
    List<String> packages = parts(value);
    for (String name : packages) {
      if (!JavaName.isQualified(name)) {
        return wrong("has \"" + PrintableText.echo(name) + "\", which is no package name");
      }
    }
    return list(packages);
  }

  private static OptionValue ownClasses(String value) {
    List<String> texts = new ArrayList<>();
    int from = 0;
    while (from <= value.length()) {
      int plus = value.indexOf('+', from);
      int end = plus < 0 ? value.length() : plus;
      String text = value.substring(from, end).strip();
      from = end + 1;
      if (!text.isEmpty()) {
        try {
          texts.add(OwnClass.parse(text).text());
        } catch (IllegalArgumentException e) {
          return wrong(String.valueOf(e.getMessage()));
        }
      }
    }
    return list(texts);
  }

  /** A list of known names, put in their order; or the word that stands for all or none of them. */
  private static OptionValue names(String value, List<String> known, String word) {
    if (value.equals(word)) {
      return right(word);
    }
    List<String> given = parts(value);
    for (String name : given) {
      if (!known.contains(name)) {
        return wrong("has \"" + PrintableText.echo(name) + "\"" + unknownName(name, known, word));
      }
    }
    List<String> named = new ArrayList<>(known);
    named.retainAll(given);
    return list(named);
  }

  private static String unknownName(String name, List<String> known, String word) {
    List<String> candidates = new ArrayList<>(known);
    candidates.add(word);
    String nearest = NearestName.of(name, candidates);
    return nearest == null || nearest.equals(word)
        ? ", which is not one of " + String.join(", ", known) + " or, alone, " + word
        : "; did you mean \"" + nearest + "\"?";
  }

  private static OptionValue list(List<String> parts) {
    return parts.isEmpty() ? wrong("has no value") : right(String.join("+", parts));
  }

  /** The parts of a list that is joined by {@code +} or {@code ,}, without blank ones. */
  static List<String> parts(String list) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= list.length(); i++) {
      if (i == list.length() || list.charAt(i) == '+' || list.charAt(i) == ',') {
        String part = list.substring(from, i).strip();
        if (!part.isEmpty()) {
          parts.add(part);
        }
        from = i + 1;
      }
    }
    return List.copyOf(parts);
  }

  static OptionValue right(String text) {
    return new OptionValue(true, text);
  }

  static OptionValue wrong(String reason) {
    return new OptionValue(false, reason);
  }
}
