package dev.ajar.report;

/** How much a finding weighs, the heaviest first. */
public enum Severity {
  /** The library says that it has to be closed. */
  ERROR("error"),
  /** The library says that it ought to be closed, or many were made at one place. */
  WARNING("warning"),
  /** Worth knowing, not a fault. */
  INFO("info");

  private final String word;

  Severity(String word) {
    this.word = word;
  }

  /** The word for it in text and JSON. */
  public String word() {
    return word;
  }

  /**
   * The one with a word.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Severity of(String word) {
    for (Severity severity : values()) {
      if (severity.word.equals(word)) {
        return severity;
      }
    }
    throw new IllegalArgumentException(word);
  }
}
