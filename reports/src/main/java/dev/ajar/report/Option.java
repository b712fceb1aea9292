package dev.ajar.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A resolved option of the run.
 *
 * @param source where its value came from, such as {@code default}
 */
public record Option(String key, String value, String source) {

  private static final String PREFIX = "option.";
  private static final String FROM = " (from ";

  /** The options among a ledger's facts, whose values read {@code value (from SOURCE)}. */
  static List<Option> of(Map<String, String> facts) {
    List<Option> all = new ArrayList<>();
    for (Map.Entry<String, String> fact : facts.entrySet()) {
      if (fact.getKey().startsWith(PREFIX)) {
        all.add(option(fact.getKey().substring(PREFIX.length()), fact.getValue()));
      }
    }
    return all;
  }

  private static Option option(String key, String text) {
    int from = text.lastIndexOf(FROM);
    if (from < 0 || !text.endsWith(")")) {
      return new Option(key, text, "");
    }
    String source = text.substring(from + FROM.length(), text.length() - 1);
    return new Option(key, text.substring(0, from), source);
  }
}
