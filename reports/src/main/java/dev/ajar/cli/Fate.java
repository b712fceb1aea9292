package dev.ajar.cli;

import dev.ajar.report.Nature;

/** What has become of the process that a ledger is of. */
enum Fate {
  /** It has said how it ended. */
  ENDED(Nature.EXIT),
  /** It runs. */
  RUNS(Nature.SNAPSHOT),
  /** It left no word of its end, and is gone. */
  GONE(Nature.RECOVERED),
  /** It left no word of its end, and whether it runs cannot be seen from here. */
  UNSEEN(Nature.RECOVERED);

  private final Nature nature;

  Fate(Nature nature) {
    this.nature = nature;
  }

  /** The nature of the report that is made now. */
  Nature nature() {
    return nature;
  }
}
