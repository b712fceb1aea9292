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
  CLOSING_IN_VAIN(3);

  private final int number;

  SiteKind(int number) {
    this.number = number;
  }

  /** Its number in the ledger, from 0 to 3. */
  public int number() {
    return number;
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
