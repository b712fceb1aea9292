package dev.ajar.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What happened, once or more, around the close of resources that were opened at one place. Each
 * combination is told once; how often is in the counts of the places.
 *
 * @param site number of the place of the opening
 * @param use number of the place of the use after the close, or -1
 * @param close number of the place of the close, or -1 if it is not known
 * @param what the exception's class, or the name of the type that was closed in vain; null for a
 *     use
 */
public record Incident(Kind kind, int site, int use, int close, @Nullable String what) {

  /** What happened. */
  public enum Kind {
    /** A use after the close. */
    LATE_USE(0),
    /** The close ended with an exception. */
    CLOSE_THREW(1),
    /** Something was closed that, as it is set up, does not close the resource with it. */
    CLOSED_IN_VAIN(2);

    private final int number;

    Kind(int number) {
      this.number = number;
    }

    /** Its number in the ledger, from 0 to 2. */
    public int number() {
      return number;
    }

    /**
     * @throws IllegalArgumentException if no kind has the number
     */
    static Kind of(int number) {
      for (Kind kind : values()) {
        if (kind.number == number) {
          return kind;
        }
      }
      throw new IllegalArgumentException("kind of incident " + number);
    }
  }
}
