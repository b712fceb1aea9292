package dev.ajar.agent.options;

import java.util.ArrayList;
import java.util.List;

/** The value of the option {@code thresholds}: names with a number each. */
final class Threshold {

  private static final int MOST = 1_000_000;

  /**
   * All thresholds in their order, those that are not given at their default.
   *
   * @param given as in {@code churn:20}; the last one of a name holds
   */
  static OptionValue resolve(List<String> given) {
    if (given.isEmpty()) {
      return OptionValue.wrong("has no value");
    }
    List<String> names = new ArrayList<>();
    List<String> resolved = new ArrayList<>(OptionValue.parts(defaults()));
    for (String each : resolved) {
      names.add(each.substring(0, each.indexOf(':')));
    }
    for (String each : given) {
      int colon = each.indexOf(':');
      String name = colon < 0 ? each : each.substring(0, colon).strip();
      int at = names.indexOf(name);
      if (at < 0) {
        return OptionValue.wrong("has \"" + PrintableText.echo(name) + "\"" + unknown(name, names));
      }
      OptionValue number =
          OptionValue.number(colon < 0 ? "" : each.substring(colon + 1).strip(), MOST);
      if (!number.isRight()) {
        return OptionValue.wrong("has for " + name + " what " + number.text());
      }
      resolved.set(at, name + ":" + number.text());
    }
    return OptionValue.right(String.join("+", resolved));
  }

  private static String unknown(String name, List<String> names) {
    String nearest = NearestName.of(name, names);
    return nearest == null
        ? ", which is not one of " + String.join(", ", names)
        : "; did you mean \"" + nearest + "\"?";
  }

  private static String defaults() {
    return String.valueOf(Option.THRESHOLDS.standard());
  }

  private Threshold() {}
}
