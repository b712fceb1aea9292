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
 * @param sharedFrom prefixes of class names, or of a class's name, a dot and a method's; what is
 *     opened while one of them is on the stack is the library's own for the whole JVM, and nobody's
 *     to close
 */
public record Rule(
    ResourceType type,
    boolean closedByItsPart,
    boolean usableAfterClose,
    List<String> sharedFrom,
    List<Point> points) {

  /** A point together with the rule that it is of. */
  public record Pointed(Rule rule, Point point) {}
}
