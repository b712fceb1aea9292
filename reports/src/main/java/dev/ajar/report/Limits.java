package dev.ajar.report;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The thresholds that the option {@code thresholds} can change, as they held for one run.
 *
 * @param piledUp unclosed resources of one place from which on it is <em>piled up</em>
 * @param partial closed resources of one place from which on the unclosed are those that a path
 *     forgets
 * @param churn clients that were made and closed at one place from which on they are too many
 */
public record Limits(int piledUp, int partial, int churn) {

  /** What holds where nothing else is asked for. */
  public static final Limits DEFAULT = new Limits(5, 3, 12);

  /** The key of the ledger's fact, and of the option. */
  public static final String KEY = "thresholds";

  private static final String PILED_UP = "piled-up";
  private static final String PARTIAL = "partial";
  private static final String CHURN = "churn";

  /** Those of a run, by the facts of its ledger; what these do not tell is the default. */
  static Limits of(Map<String, String> facts) {
    String text = facts.get(KEY);
    return new Limits(
        value(text, PILED_UP, DEFAULT.piledUp),
        value(text, PARTIAL, DEFAULT.partial),
        value(text, CHURN, DEFAULT.churn));
  }

  /** As in {@code piled-up:5+partial:3+churn:12}, which {@link #of} reads. */
  public String text() {
    return PILED_UP + ":" + piledUp + "+" + PARTIAL + ":" + partial + "+" + CHURN + ":" + churn;
  }

  private static int value(@Nullable String text, String name, int standard) {
    if (text != null) {
      for (String part : Application.split(text, '+')) {
        if (part.startsWith(name) && part.startsWith(":", name.length())) {
          long value = Header.number(part.substring(name.length() + 1));
          return value > 0 && value <= Integer.MAX_VALUE ? (int) value : standard;
        }
      }
    }
    return standard;
  }
}
