package dev.ajar.ledger;

/** What the program does at a place. */
public enum SiteKind {
  /** It opens resources of one type. */
  OPENING(0),
  /** It closes them. */
  CLOSING(1),
  /** It uses some of them after their close. */
  LATE_USE(2),
  /** It closes something of this type that leaves others open. */
  CLOSING_IN_VAIN(3),
  /** It is the first seen to use, or close, some that were open before Ajar came. */
  ADOPTION(4),
  /** The same, of a type of which some are nobody's to close; whether these are is unknown. */
  DOUBTFUL_ADOPTION(5);

  private final int number;

  SiteKind(int number) {
    this.number = number;
  }

  /** Its number in the ledger, from 0 to 5. */
  public int number() {
    return number;
  }

  /** Whether resources come to be known here that Ajar did not see being opened. */
  public boolean adopts() {
    return this == ADOPTION || this == DOUBTFUL_ADOPTION;
  }

  /**
   * @throws IllegalArgumentException if no kind has the number
   */
  static SiteKind of(int number) {
    for (SiteKind kind : values()) {
      if (kind.number == number) {
        return kind;
      }
    }
    throw new IllegalArgumentException("kind of place " + number);
  }
}
