package dev.ajar.agent.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A point of a library's code that is watched: a method (all of its overloads) of one class.
 *
 * @param className with slashes
 * @param method its name, {@code <init>} for the constructors
 * @param event what passing this point means
 * @param subject what is opened, closed or used here
 * @param meaning what the argument is to the subject
 * @param argument a second value, or null
 * @param optional whether some versions lack the method
 */
public record Point(
    String className,
    String method,
    Event event,
    Value subject,
    Meaning meaning,
    @Nullable Value argument,
    boolean optional) {

  /** What passing a point means. */
  public enum Event {
    /** Opened, at return; a second time for the same object means nothing. */
    OPEN,
    /** Opened, at return; once more after each close. */
    REOPEN,
    /** A part of it has come to light, at return. */
    OWNING,
    /** With nothing in the argument it holds nothing, and is not to be closed, at return. */
    EXEMPT,
    /** Asks, at entry, for what another thread is to open. */
    ASKING,
    /** Works, at return, for something that asks. */
    ACTING,
    /** A close begins, at entry. */
    CLOSING,
    /** A close has ended well, at return. */
    CLOSED,
    /** Used, at entry. */
    USE;

    /** Whether the point lies where the method is entered, rather than where it returns. */
    public boolean atEntry() {
      return this == CLOSING || this == USE || this == ASKING;
    }
  }

  /** What a point's argument is to its subject. */
  public enum Meaning {
    /** There is no argument. */
    NOTHING,
    /** A part of it, closed with it. */
    PART,
    /** The client that it belongs to. */
    OWNER,
    /** What it is opened for, or works for. */
    ASKER,
    /** All that its close closes: a list, or null. */
    DUTIES,
    /** Where the request goes; its text tells. */
    TARGET
  }

  Point with(Meaning what, Value value) {
    return new Point(className, method, event, subject, what, value, optional);
  }

  Point optionally() {
    return new Point(className, method, event, subject, meaning, argument, true);
  }
}
