package dev.ajar.report;

/** What a finding is about. */
public enum Kind {
  /** Still open after the application's own shutdown. */
  OPEN("open", "unclosed", "OPEN"),
  /** Collected by the garbage collector while open. */
  ABANDONED("abandoned", "unclosed", "ABANDONED"),
  /** Closed, but made for each call. */
  CHURN("churn", "churn", "CHURN"),
  /** A close that threw, had no effect or never ended. */
  CLOSE_FAILED("close-failed", "close-failed", "CLOSE FAILED"),
  /** Used after its close. */
  USED_AFTER_CLOSE("used-after-close", "used-after-close", "USED AFTER CLOSE"),
  /** A place that closes most of what it opens, but not all. */
  PARTIAL("partial", "unclosed", "PARTLY CLOSED");

  private final String word;
  private final String family;
  private final String title;

  Kind(String word, String family, String title) {
    this.word = word;
    this.family = family;
    this.title = title;
  }

  /** The word for it in JSON. */
  public String word() {
    return word;
  }

  /**
   * What a fingerprint knows of it. Whether an unclosed resource is open or abandoned is up to the
   * garbage collector, and how many beside it were closed is up to the run, so these are one
   * family. A place has at most one finding of a family.
   */
  public String family() {
    return family;
  }

  /** The word for it at the head of an entry of the text. */
  String title() {
    return title;
  }
}
