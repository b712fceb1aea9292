package dev.ajar.report;

/** How much a finding weighs, the heaviest first. */
public enum Severity {
  /** It takes something from the application that this does not get back. */
  ERROR("error"),
  /** It costs the application something. */
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
