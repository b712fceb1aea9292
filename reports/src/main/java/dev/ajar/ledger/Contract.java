package dev.ajar.ledger;

/** What a library's own documentation asks of whoever opens one of its resources. */
public enum Contract {
  /** Has to be closed: one instance left open is a fault. */
  MUST,
  /** Ought to be closed: one instance left open is worth a warning. */
  SHOULD,
  /** May be left open: only a pattern (many from one place) is worth a word. */
  MAY,
  /** Nothing to close. */
  NEVER
}
