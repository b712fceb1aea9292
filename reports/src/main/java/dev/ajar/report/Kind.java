package dev.ajar.report;

/** What a finding is about. Only the first two are found as yet. */
public enum Kind {
  /** Still open after the application's own shutdown. */
  OPEN("open", "unclosed"),
  /** Collected by the garbage collector while open. */
  ABANDONED("abandoned", "unclosed"),
  /** Closed, but made for each call. */
  CHURN("churn", "churn"),
  /** A close that threw, had no effect or never ended. */
  CLOSE_FAILED("close-failed", "close-failed"),
  /** Used after its close. */
  USED_AFTER_CLOSE("used-after-close", "used-after-close"),
  /** A place that closes most of what it opens, but not all. */
  PARTIAL("partial", "partial");

  private final String word;
  private final String family;

  Kind(String word, String family) {
    this.word = word;
    this.family = family;
  }

  /** The word for it in JSON. */
  public String word() {
    return word;
  }

  /**
   * What a fingerprint knows of it. Whether an unclosed resource is open or abandoned is up to the
   * garbage collector, so these two are one family.
   */
  public String family() {
    return family;
  }
}
