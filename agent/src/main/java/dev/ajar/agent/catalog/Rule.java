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
 */
public record Rule(
    ResourceType type, boolean closedByItsPart, boolean usableAfterClose, List<Point> points) {

  /** A point together with the rule that it is of. */
  public record Pointed(Rule rule, Point point) {}
}
