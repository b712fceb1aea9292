package dev.ajar.agent.catalog;

import dev.ajar.ledger.ResourceType;
import java.util.List;

/**
 * How one type of resource lives: where it is opened, closed and used. Written with {@link
 * RuleBuilder}.
 *
 * @param closedByItsPart whether closing a part of it (its connection manager) closes it
 * @param usableAfterClose whether its close only lets go of what is idle, so that a later use is no
 *     fault
 * @param ofApplication whether its constructors are the application's code, but not who opens it
 * @param sharedFrom prefixes of class names, or of a class's name, a dot and a method's; what is
 *     opened while one of them is on the stack is the library's own for the whole JVM, and nobody's
 *     to close
 * @param holding what an open one holds
 */
public record Rule(
    ResourceType type,
    boolean closedByItsPart,
    boolean usableAfterClose,
    boolean ofApplication,
    List<String> sharedFrom,
    List<Point> points,
    Holding holding) {

  /** A rule that does not tell what its resources hold. */
  public Rule(
      ResourceType type,
      boolean closedByItsPart,
      boolean usableAfterClose,
      boolean ofApplication,
      List<String> sharedFrom,
      List<Point> points) {
    this(
        type,
        closedByItsPart,
        usableAfterClose,
        ofApplication,
        sharedFrom,
        points,
        Holding.NOTHING);
  }

  /** A point together with the rule that it is of. */
  public record Pointed(Rule rule, Point point) {}
}
