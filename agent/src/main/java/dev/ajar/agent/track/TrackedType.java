package dev.ajar.agent.track;

import dev.ajar.agent.catalog.Holding;
import dev.ajar.agent.catalog.Point;
import dev.ajar.agent.catalog.Rule;
import dev.ajar.agent.catalog.Value;
import dev.ajar.ledger.LedgerWriter;
import dev.ajar.ledger.ResourceType;
import dev.ajar.ledger.Role;

/** A type of resource as this run tracks it. */
public final class TrackedType {

  private final Rule rule;
  private final int number;
  private final boolean madeByConstructor;
  private final boolean knowsItsUses;
  private final boolean alwaysReopens;
  private final boolean keepsJvm;
  private final boolean seesEndOfClose;
  private final Openings openings;

  /** Writes the type into the ledger; done once for each rule. */
  public TrackedType(Rule rule, LedgerWriter ledger) {
    this.rule = rule;
    this.number = ledger.type(rule.type());
    this.madeByConstructor = madeByConstructor(rule);
    this.knowsItsUses = knowsItsUses(rule);
    this.alwaysReopens = alwaysReopens(rule);
    this.keepsJvm = keepsJvm(rule);
    this.seesEndOfClose = seesEndOfClose(rule);
    this.openings = Openings.of(rule);
  }

  /** Its number in the ledger. */
  public int number() {
    return number;
  }

  /** One instance in words. */
  String name() {
    return rule.type().name();
  }

  /** What a report says of it. */
  ResourceType resource() {
    return rule.type();
  }

  /** What an open one holds. */
  public Holding holding() {
    return rule.holding();
  }

  /** Whether it has threads that keep the JVM from ending. */
  boolean keepsJvm() {
    return keepsJvm;
  }

  /** Whether its openings make objects of a class. */
  boolean opens(Class<?> objects) {
    return openings.get(objects);
  }

  /** Whether some of it are nobody's to close, which only their opening tells. */
  boolean maySpare() {
    return openings.maySpare();
  }

  private static boolean keepsJvm(Rule rule) {
    for (Holding.ThreadName name : rule.holding().threads()) {
      if (name.keeps() != Holding.Keeps.NOTHING) {
        return true;
      }
    }
    return false;
  }

  Role role() {
    return rule.type().role();
  }

  boolean closedByItsPart() {
    return rule.closedByItsPart();
  }

  boolean usableAfterClose() {
    return rule.usableAfterClose();
  }

  /** Whether it is a class of the application's, and no library stands around it. */
  boolean ofApplication() {
    return rule.ofApplication();
  }

  /** Whether uses are counted where it is used, and not only through what lies inside it. */
  boolean knowsItsUses() {
    return knowsItsUses;
  }

  private static boolean knowsItsUses(Rule rule) {
    for (Point point : rule.points()) {
      if (point.event() == Point.Event.USE) {
        return true;
      }
    }
    return false;
  }

  /** Whether some of what is opened is shared by the whole JVM. */
  boolean hasShared() {
    return !rule.sharedFrom().isEmpty();
  }

  /** Whether what is opened from a stack with this method on it is shared by the whole JVM. */
  boolean isSharedFrom(String className, String method) {
    String name = className.concat(".").concat(method);
    for (String prefix : rule.sharedFrom()) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /** Whether one can be closed by its own constructor, before it counts as opened. */
  boolean madeByConstructor() {
    return madeByConstructor;
  }

  /** Whether one that was closed is open again wherever it comes by. */
  boolean alwaysReopens() {
    return alwaysReopens;
  }

  private static boolean alwaysReopens(Rule rule) {
    for (Point point : rule.points()) {
      if (point.event() == Point.Event.OPEN) {
        return false;
      }
    }
    return true;
  }

  private static boolean madeByConstructor(Rule rule) {
    for (Point point : rule.points()) {
      if (point.event() == Point.Event.OPEN
          && point.method().equals("<init>")
          && point.subject().start() == Value.Start.SELF
          && point.subject().steps().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Whether each close that has begun is known to go on until its end is seen. */
  boolean seesEndOfClose() {
    return seesEndOfClose;
  }

  private static boolean seesEndOfClose(Rule rule) {
    for (Point point : rule.points()) {
      if (point.event() == Point.Event.CLOSING
          && has(rule, Point.Event.CLOSED, point)
          && !has(rule, Point.Event.CLOSE_THREW, point)) {
        return false;
      }
    }
    return true;
  }

  /** Whether an event lies in the same method as a point. */
  private static boolean has(Rule rule, Point.Event event, Point begin) {
    for (Point point : rule.points()) {
      if (point.event() == event
          && point.className().equals(begin.className())
          && point.method().equals(begin.method())) {
        return true;
      }
    }
    return false;
  }
}
