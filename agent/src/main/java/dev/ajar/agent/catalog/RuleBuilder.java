package dev.ajar.agent.catalog;

import dev.ajar.agent.catalog.Point.Event;
import dev.ajar.agent.catalog.Point.Meaning;
import dev.ajar.ledger.Contract;
import dev.ajar.ledger.ResourceType;
import dev.ajar.ledger.Role;
import java.util.ArrayList;
import java.util.List;

/** Writes a rule so that it reads from top to bottom: what it is, then where it lives. */
final class RuleBuilder {

  private final String library;
  private final Role role;
  private final Contract contract;
  private final String name;
  private final String className;
  private final List<String> ownPackages;
  private final List<Point> points = new ArrayList<>();
  private String why = "";
  private String remedy = "";
  private String[] classes = {};
  private boolean closedByItsPart;
  private boolean usableAfterClose;

  private RuleBuilder(Family family, Role role, Contract contract, String name, String className) {
    this.library = family.title();
    this.ownPackages = family.packages();
    this.role = role;
    this.contract = contract;
    this.name = name;
    this.className = className;
  }

  /**
   * What the rules of one library share.
   *
   * @param title the library as users call it
   * @param packages prefixes of class names that are its own, and never blamed for an opening
   */
  record Family(String title, List<String> packages) {

    /** What an application builds, keeps and closes. */
    RuleBuilder client(Contract contract, String name, String className) {
      return new RuleBuilder(this, Role.CLIENT, contract, name, className);
    }

    /** Something inside a client that is closed with it. */
    RuleBuilder part(Contract contract, String name, String className) {
      return new RuleBuilder(this, Role.PART, contract, name, className);
    }

    /** What a client hands out for one exchange. */
    RuleBuilder handout(Contract contract, String name, String className) {
      return new RuleBuilder(this, Role.HANDOUT, contract, name, className);
    }
  }

  static Family family(String title, String... packages) {
    return new Family(title, List.of(packages));
  }

  /** Why the contract is what it is, in one sentence. */
  RuleBuilder why(String sentence) {
    this.why = sentence;
    return this;
  }

  /** What to do about one that stays open. */
  RuleBuilder remedy(String sentences) {
    this.remedy = sentences;
    return this;
  }

  /** The classes, by binary name, that the next points lie in. */
  RuleBuilder in(String... binaryNames) {
    this.classes = binaryNames;
    return this;
  }

  /** Opened when a constructor of these classes returns. */
  RuleBuilder opensWhenConstructed() {
    return add("<init>", Event.OPEN, Value.self());
  }

  /** Opened, when a constructor of these classes returns, is something that the object holds. */
  RuleBuilder opensWhenConstructed(Value subject) {
    return add("<init>", Event.OPEN, subject);
  }

  /** Opened is what a method returns. */
  RuleBuilder opensWhatReturnsFrom(String method) {
    return add(method, Event.OPEN, Value.result());
  }

  /** Opened when a method returns, and once more after each close. */
  RuleBuilder reopensAtReturnFrom(String method) {
    return add(method, Event.REOPEN, Value.self());
  }

  /** Whatever is opened for these classes' objects counts as opened by the callers of a method. */
  RuleBuilder asksIn(String method) {
    return add(method, Event.ASKING, Value.self());
  }

  /** These classes' objects work for what their constructor is given: each version for another. */
  RuleBuilder actsFor(Value... askers) {
    for (Value asker : askers) {
      int from = points.size();
      add("<init>", Event.ACTING, Value.self()).last(Meaning.ASKER, asker);
      optionally(from);
    }
    return this;
  }

  /** The value, at the opening just named, is what it is opened for. */
  RuleBuilder openedFor(Value asker) {
    return last(Meaning.ASKER, asker);
  }

  /** A part of these classes' objects is what a method returns, which may have made it just now. */
  RuleBuilder ownsWhatReturnsFrom(String method) {
    return add(method, Event.OWNING, Value.self()).last(Meaning.PART, Value.result());
  }

  /**
   * Not opened when a constructor of these classes returns, if the list of what its close closes is
   * null or empty. To be named before the opening.
   */
  RuleBuilder holdsNothingWithout(Value duties) {
    return add("<init>", Event.EXEMPT, Value.self()).last(Meaning.DUTIES, duties);
  }

  /** The value, at the opening just named, is a part of what is opened. */
  RuleBuilder owning(Value part) {
    return last(Meaning.PART, part);
  }

  /** The value, at the opening just named, is what the opened belongs to. */
  RuleBuilder ownedBy(Value owner) {
    return last(Meaning.OWNER, owner);
  }

  /** Closed by these methods, whatever their parameters. */
  RuleBuilder closes(String... methods) {
    for (String method : methods) {
      add(method, Event.CLOSING, Value.self());
      add(method, Event.CLOSED, Value.self());
    }
    return this;
  }

  /** Closed by methods that older versions lack. */
  RuleBuilder closesWherePresent(String... methods) {
    int from = points.size();
    closes(methods);
    optionally(from);
    return this;
  }

  /** Used when a method is entered; the text of the target names the host. */
  RuleBuilder uses(String method, Value target) {
    return uses(method, Value.self(), target);
  }

  /** Used, when a method is entered, is something that the object holds. */
  RuleBuilder uses(String method, Value subject, Value target) {
    return add(method, Event.USE, subject).last(Meaning.TARGET, target);
  }

  /** Closing a part of it closes it as well. */
  RuleBuilder closedByItsPart() {
    this.closedByItsPart = true;
    return this;
  }

  /** Its close only lets go of what is idle: a later use is no fault. */
  RuleBuilder usableAfterClose() {
    this.usableAfterClose = true;
    return this;
  }

  Rule rule() {
    ResourceType type =
        new ResourceType(library, name, className, role, contract, why, remedy, ownPackages);
    return new Rule(type, closedByItsPart, usableAfterClose, List.copyOf(points));
  }

  private RuleBuilder add(String method, Event event, Value subject) {
    for (String binaryName : classes) {
      String internalName = binaryName.replace('.', '/');
      points.add(new Point(internalName, method, event, subject, Meaning.NOTHING, null, false));
    }
    return this;
  }

  private void optionally(int from) {
    for (int at = from; at < points.size(); at++) {
      points.set(at, points.get(at).optionally());
    }
  }

  private RuleBuilder last(Meaning meaning, Value argument) {
    for (int at = points.size() - classes.length; at < points.size(); at++) {
      points.set(at, points.get(at).with(meaning, argument));
    }
    return this;
  }
}
