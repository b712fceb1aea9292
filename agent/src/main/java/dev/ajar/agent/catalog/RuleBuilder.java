package dev.ajar.agent.catalog;

import dev.ajar.agent.catalog.Holding.Count;
import dev.ajar.agent.catalog.Holding.Keeps;
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
  private boolean ofApplication;
  private final List<String> sharedFrom = new ArrayList<>();
  private final List<Holding.ThreadName> threads = new ArrayList<>();
  private final List<Holding.Counter> counters = new ArrayList<>();
  private int lastWord;

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

  /**
   * The classes, by binary name, that the next points lie in. A {@code *} stands for any letters,
   * dots included.
   */
  RuleBuilder in(String... binaryNames) {
    this.classes = binaryNames;
    return this;
  }

  /** Opened when a constructor of these classes returns. */
  RuleBuilder opensWhenConstructed() {
    return opensWhenConstructed(Value.self());
  }

  /** Opened, when a constructor of these classes returns, is something that the object holds. */
  RuleBuilder opensWhenConstructed(Value subject) {
    return opensAfter("<init>", subject);
  }

  /** Opened is what a method returns. */
  RuleBuilder opensWhatReturnsFrom(String method) {
    return opensAfter(method, Value.result());
  }

  /** Opened, when a method returns, is a value that it can reach. */
  RuleBuilder opensAfter(String method, Value subject) {
    return word().add(method, Event.OPEN, subject);
  }

  /** Opened when a method returns, and once more after each close. */
  RuleBuilder reopensAtReturnFrom(String method) {
    return reopensAfter(method, Value.self());
  }

  /**
   * Opened, when a method returns, and once more after each close, is a value that it can reach.
   */
  RuleBuilder reopensAfter(String method, Value subject) {
    return word().add(method, Event.REOPEN, subject);
  }

  /** Whatever is opened for these classes' objects counts as opened by the callers of a method. */
  RuleBuilder asksIn(String method) {
    return asksIn(method, Value.self());
  }

  /** Whatever is opened for a value counts as opened by the callers of a method. */
  RuleBuilder asksIn(String method, Value asker) {
    return word().add(method, Event.ASKING, asker);
  }

  /** These classes' objects work for what their constructor is given: each version for another. */
  RuleBuilder actsFor(Value... askers) {
    word();
    for (Value asker : askers) {
      int from = points.size();
      add("<init>", Event.ACTING, Value.self());
      mean(from, Meaning.ASKER, asker);
    }
    return wherePresent();
  }

  /**
   * The value, at the opening just named, is what it is opened for: itself, if it opens some time
   * after the application has made it.
   */
  RuleBuilder openedFor(Value asker) {
    return mean(lastWord, Meaning.ASKER, asker);
  }

  /** The opening just named opens objects of one class only, given by binary name. */
  RuleBuilder ofClass(String binaryName) {
    return mean(lastWord, Meaning.CLASS, Value.className(binaryName));
  }

  /** What opens on the same thread while a method runs counts as opened where the value asked. */
  RuleBuilder opensInsideFor(String method, Value asker) {
    word().add(method, Event.ENTERED, Value.nothing());
    mean(lastWord, Meaning.ASKER, asker);
    add(method, Event.LEFT, Value.nothing());
    return add(method, Event.FAILED, Value.nothing());
  }

  /**
   * What opens on the same thread while one of these methods runs lies inside the resource of this
   * rule that opens there too: it counts with it, and is closed with it.
   */
  RuleBuilder ownsWhatOpensIn(String... methods) {
    word();
    for (String method : methods) {
      add(method, Event.ENTERED, Value.nothing());
      add(method, Event.LEFT, Value.nothing());
      add(method, Event.FAILED, Value.nothing());
    }
    return this;
  }

  /**
   * What opens on the same thread while a method runs lies inside a value that the method can reach
   * when it returns, and that is open by then.
   */
  RuleBuilder ownsWhatOpensIn(String method, Value owner) {
    word().add(method, Event.ENTERED, Value.nothing());
    int from = points.size();
    add(method, Event.LEFT, Value.nothing());
    mean(from, Meaning.OWNER, owner);
    return add(method, Event.FAILED, Value.nothing());
  }

  /**
   * What other libraries hand out on the same thread while one of these methods runs is what this
   * rule is about. It opens and closes as their rules say; this one has no such points of its own.
   */
  RuleBuilder namesWhatIsHandedOutIn(String... methods) {
    ownsWhatOpensIn(methods);
    for (int at = lastWord; at < points.size(); at++) {
      if (points.get(at).event() != Event.FAILED) {
        points.set(at, points.get(at).with(Meaning.NAME, Value.nothing()));
      }
    }
    return this;
  }

  /**
   * What is opened while a class of one of these prefixes, or a method behind its class and a dot,
   * is on the stack is the library's own, shared by the whole JVM, and nobody's to close.
   */
  RuleBuilder sharedWhenOpenedFrom(String... prefixes) {
    sharedFrom.addAll(List.of(prefixes));
    return this;
  }

  /** A part of these classes' objects is what a method returns, which may have made it just now. */
  RuleBuilder ownsWhatReturnsFrom(String method) {
    return ownsAfter(method, Value.result());
  }

  /** A part of these classes' objects, when a method returns, is a value that it can reach. */
  RuleBuilder ownsAfter(String method, Value part) {
    word().add(method, Event.OWNING, Value.self());
    return mean(lastWord, Meaning.PART, part);
  }

  /** These classes' objects belong, when a method returns, to a value that it can reach. */
  RuleBuilder belongsAfter(String method, Value owner) {
    word().add(method, Event.OWNING, Value.self());
    return mean(lastWord, Meaning.OWNER, owner);
  }

  /**
   * Not opened when a constructor of these classes returns, if the value is null, false or an empty
   * list: of what its close closes, say. To be named before the opening.
   */
  RuleBuilder holdsNothingWithout(Value duties) {
    word().add("<init>", Event.EXEMPT, Value.self());
    return mean(lastWord, Meaning.DUTIES, duties);
  }

  /**
   * Not opened when a constructor of these classes returns, if the value is there and not false. To
   * be named before the opening.
   */
  RuleBuilder holdsNothingWith(Value waiver) {
    word().add("<init>", Event.EXEMPT, Value.self());
    return mean(lastWord, Meaning.WAIVER, waiver);
  }

  /**
   * What the opening just named makes holds nothing, and is not open, until it is used, or opened
   * by another point; it counts as opened where it was made.
   */
  RuleBuilder onceUsed() {
    return mean(lastWord, Meaning.UNUSED, Value.self());
  }

  /** The value, at the opening just named, is a part of what is opened. */
  RuleBuilder owning(Value part) {
    return mean(lastWord, Meaning.PART, part);
  }

  /** The value, at the opening just named, is what the opened belongs to. */
  RuleBuilder ownedBy(Value owner) {
    return mean(lastWord, Meaning.OWNER, owner);
  }

  /** Closed by these methods, whatever their parameters. */
  RuleBuilder closes(String... methods) {
    word();
    for (String method : methods) {
      addClose(method, Value.self());
    }
    return this;
  }

  /** Closed by a method is a value that it can reach, at its entry as well as at its return. */
  RuleBuilder closes(String method, Value subject) {
    return word().addClose(method, subject);
  }

  /**
   * Closing one of these, unless it is a resource that closes it, leaves open a value that it
   * holds: nobody but who has made that can close it.
   */
  RuleBuilder leavesOpen(String method, Value left) {
    word().add(method, Event.CLOSED_IN_VAIN, Value.self());
    return mean(lastWord, Meaning.LEFT_OPEN, left);
  }

  /** These methods only ask for a close, which goes on after they have returned. */
  RuleBuilder beginsToClose(String... methods) {
    word();
    for (String method : methods) {
      add(method, Event.CLOSING, Value.self());
    }
    return this;
  }

  /** A close that was asked for has come to its end when a method returns. */
  RuleBuilder endsClose(String method, Value subject) {
    return word().add(method, Event.CLOSED, subject);
  }

  /** Closed where one of these methods, which return an int, returns -1: at the end of a stream. */
  RuleBuilder closesAtEndOf(String... methods) {
    word();
    for (String method : methods) {
      add(method, Event.DRAINED, Value.self());
    }
    return this;
  }

  /** Closed where a method is entered and the value is null, false or an empty list. */
  RuleBuilder closesWithout(String method, Value rest) {
    word().add(method, Event.EMPTIED, Value.self());
    return mean(lastWord, Meaning.DUTIES, rest);
  }

  /** Closed where one of these methods is entered: what is left of the close always ends. */
  RuleBuilder closesAtEntryOf(String... methods) {
    word();
    for (String method : methods) {
      add(method, Event.EMPTIED, Value.self());
    }
    return this;
  }

  /** Used when a method is entered; the text of the target names the host. */
  RuleBuilder uses(String method, Value target) {
    return uses(method, Value.self(), target);
  }

  /** Used, when a method is entered, is something that the object holds. */
  RuleBuilder uses(String method, Value subject, Value target) {
    word().add(method, Event.USE, subject);
    return mean(lastWord, Meaning.TARGET, target);
  }

  /** Used, when a method is entered, is something that the object holds, to reach a host. */
  RuleBuilder usesHost(String method, Value subject, Value host) {
    word().add(method, Event.USE, subject);
    return mean(lastWord, Meaning.HOST, host);
  }

  /** Used when a method is entered; where the request goes is not known there. */
  RuleBuilder uses(String method) {
    return word().add(method, Event.USE, Value.self());
  }

  /** What the last word named is lacking in some versions. */
  RuleBuilder wherePresent() {
    for (int at = lastWord; at < points.size(); at++) {
      points.set(at, points.get(at).optionally());
    }
    return this;
  }

  /** Closing a part of it closes it as well. */
  RuleBuilder closedByItsPart() {
    this.closedByItsPart = true;
    return this;
  }

  /** It is a class of the application's own, which therefore looks like who opens it. */
  RuleBuilder ofApplication() {
    this.ofApplication = true;
    return this;
  }

  /** Its close only lets go of what is idle: a later use is no fault. */
  RuleBuilder usableAfterClose() {
    this.usableAfterClose = true;
    return this;
  }

  /**
   * Names of its threads, where a {@code *} stands for any letters. Where a name tells too little,
   * {@code " in "} follows it, and the prefix of a class that has to be on the thread's stack.
   */
  RuleBuilder threads(String... names) {
    return threadsKeepJvm(Keeps.NOTHING, names);
  }

  /** The same of threads that keep the JVM from ending. */
  RuleBuilder threadsKeepJvm(Keeps how, String... names) {
    for (String name : names) {
      int in = name.indexOf(" in ");
      String pattern = in < 0 ? name : name.substring(0, in);
      String runs = in < 0 ? null : name.substring(in + " in ".length());
      threads.add(new Holding.ThreadName(pattern, runs, how));
    }
    return this;
  }

  /** What the library counts: public methods, each called on what the one before returned. */
  RuleBuilder counts(Count count, String... calls) {
    counters.add(new Holding.Counter(count, List.of(calls)));
    return this;
  }

  Rule rule() {
    ResourceType type =
        new ResourceType(library, name, className, role, contract, why, remedy, ownPackages);
    return new Rule(
        type,
        closedByItsPart,
        usableAfterClose,
        ofApplication,
        List.copyOf(sharedFrom),
        List.copyOf(points),
        new Holding(threads, counters));
  }

  private RuleBuilder word() {
    lastWord = points.size();
    return this;
  }

  // Where an exception has come to, of all variables only "this" is known.
  private RuleBuilder addClose(String method, Value subject) {
    add(method, Event.CLOSING, subject).add(method, Event.CLOSED, subject);
    if (subject.start() == Value.Start.SELF) {
      int from = points.size();
      add(method, Event.CLOSE_THREW, subject).mean(from, Meaning.EXCEPTION, Value.thrown());
    }
    return this;
  }

  private RuleBuilder add(String method, Event event, Value subject) {
    for (String binaryName : classes) {
      String internalName = binaryName.replace('.', '/');
      points.add(new Point(internalName, method, event, subject, Meaning.NOTHING, null, false));
    }
    return this;
  }

  private RuleBuilder mean(int from, Meaning meaning, Value argument) {
    for (int at = from; at < points.size(); at++) {
      points.set(at, points.get(at).with(meaning, argument));
    }
    return this;
  }
}
