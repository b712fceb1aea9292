package dev.ajar.report;

/** At which moment of a run a report was made. */
public enum Nature {
  /** At its end, after the application's own shutdown. */
  EXIT("exit"),
  /** From the ledger of a process that is gone and has left no word of its end. */
  RECOVERED("recovered"),
  /** While it was running. */
  SNAPSHOT("snapshot"),
  /** From a recording of JDK Flight Recorder, up to what that holds. */
  RECORDING("recording");

  private final String word;

  Nature(String word) {
    this.word = word;
  }

  /** The word for it in JSON. */
  public String word() {
    return word;
  }
}
