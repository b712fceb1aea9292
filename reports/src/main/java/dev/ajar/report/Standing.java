package dev.ajar.report;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a finding stands to what was known before the run: the file of suppressions, the baseline.
 *
 * @param novelty whether the baseline has it
 * @param before how many the baseline counts of it; null if it does not have it
 * @param suppressedBy the line, from 1, of the first suppression that hides it; null if none does
 * @param suppress the line that would hide it, but for the reason, which is left to fill in
 */
public record Standing(
    Novelty novelty, @Nullable Long before, @Nullable Integer suppressedBy, String suppress) {

  /** How long a suppression should hold that nobody has thought about, in days. */
  private static final int DAYS = 90;

  /** Whether a finding is new. */
  public enum Novelty {
    /** The baseline does not have it. */
    NEW("new"),
    /** The baseline has it. */
    KNOWN("known"),
    /** There is no baseline. */
    NONE("none");

    private final String word;

    Novelty(String word) {
      this.word = word;
    }

    /** The word for it in JSON. */
    public String word() {
      return word;
    }
  }

  /** Of a finding that was compared with nothing yet. */
  static Standing of(String fingerprint, @Nullable Moment asOf) {
    StringBuilder line = new StringBuilder("site:").append(fingerprint);
    line.append(" reason=\"...\"");
    if (asOf != null) {
      line.append(" until=").append(LocalDate.ofEpochDay(asOf.epochDay() + DAYS));
    }
    return new Standing(Novelty.NONE, null, null, line.toString());
  }

  Standing suppressedBy(@Nullable Integer line) {
    return new Standing(novelty, before, line, suppress);
  }

  Standing marked(Novelty mark, @Nullable Long count) {
    return new Standing(mark, count, suppressedBy, suppress);
  }
}
