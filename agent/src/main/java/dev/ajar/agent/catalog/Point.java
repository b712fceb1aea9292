package dev.ajar.agent.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A point of a library's code that is watched: a method (all of its overloads) of one class.
 *
 * @param className with slashes; a {@code *} in it stands for any letters, slashes included
 * @param method its name, {@code <init>} for the constructors and {@code <clinit>} for the class's
 *     own; one that ends in {@code *} stands for all that begin so
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
    /** A close has ended with an exception, which is the argument. */
    CLOSE_THREW,
    /**
     * A close that leaves the argument open, at entry, unless the subject is a resource that closes
     * it.
     */
    CLOSED_IN_VAIN,
    /** Closed, where the method returns -1: it has been read to its end. */
    DRAINED,
    /**
     * Closed, at entry, if the argument is null, false or an empty list: nothing is left to read.
     */
    EMPTIED,
    /** Used, at entry. */
    USE,
    /** A stretch begins, at entry; what opens in it on this thread belongs together. */
    ENTERED,
    /** A stretch has ended well, at return. */
    LEFT,
    /** A stretch has ended with an exception. */
    FAILED;

    /** Whether the point lies where the method is entered, rather than where it returns. */
    public boolean atEntry() {
      return switch (this) {
        case CLOSING, CLOSED_IN_VAIN, USE, ASKING, ENTERED, EMPTIED -> true;
        default -> false;
      };
    }

    /** Whether the point lies where the method returns, whatever it returns. */
    public boolean atReturn() {
      return !atEntry() && !atThrow() && this != DRAINED;
    }

    /** Whether the point lies where an exception leaves the method. */
    public boolean atThrow() {
      return this == FAILED || this == CLOSE_THREW;
    }
  }

  /** What a point's argument is to its subject. */
  public enum Meaning {
    /** There is no argument. */
    NOTHING,
    /** A part of it, closed with it. */
    PART,
    /** What its close leaves open. */
    LEFT_OPEN,
    /** What ended its close. */
    EXCEPTION,
    /** The client that it belongs to. */
    OWNER,
    /** What it is opened for, or works for. */
    ASKER,
    /** What is handed out meanwhile goes by the rule's name. */
    NAME,
    /** It holds nothing if this is null, false or an empty list. */
    DUTIES,
    /** It holds nothing if this is anything else than null or false. */
    WAIVER,
    /** Opened only if it is of the class of this name, and of no subclass. */
    CLASS,
    /** It holds nothing until it is used. */
    UNUSED,
    /** Where the request goes; its text tells. */
    TARGET,
    /** The host that the request goes to, alone or with a port. */
    HOST
  }

  /** Whether it lies in a method of that name. */
  public boolean isIn(String methodName) {
    int last = method.length() - 1;
    return method.charAt(last) == '*'
        ? methodName.regionMatches(0, method, 0, last)
        : methodName.equals(method);
  }

  Point with(Meaning what, Value value) {
    return new Point(className, method, event, subject, what, value, optional);
  }

  /** The same point in a copy of the library under other package names. */
  Point moved(Relocation relocation) {
    return new Point(
        relocation.internalName(className),
        method,
        event,
        subject.moved(relocation),
        meaning,
        argument == null ? null : argument.moved(relocation),
        optional);
  }

  Point optionally() {
    return new Point(className, method, event, subject, meaning, argument, true);
  }
}
