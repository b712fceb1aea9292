package dev.ajar.agent.track;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ajar.agent.catalog.Point;
import dev.ajar.agent.catalog.Point.Event;
import dev.ajar.agent.catalog.Point.Meaning;
import dev.ajar.agent.catalog.Rule;
import dev.ajar.agent.catalog.Value;
import dev.ajar.ledger.Contract;
import dev.ajar.ledger.Ledger;
import dev.ajar.ledger.ResourceType;
import dev.ajar.ledger.Role;
import dev.ajar.ledger.SiteKind;
import java.util.ArrayList;
import java.util.List;

/** A type of resource, and what its woven code says to the tracker. */
final class Kind {

  enum Trait {
    MADE_BY_FACTORY,
    CLOSED_BY_ITS_PART,
    USABLE_AFTER_CLOSE,
    OF_APPLICATION,
    /** One method begins its close, another ends it. */
    CLOSED_LATER,
    /** An exception that ends its close is seen. */
    FAILS_IN_SIGHT,
    /** Its rule names no method that uses it. */
    USED_UNSEEN,
    /** Shared if it is opened from {@code lib.Holder}. */
    SHARED_FROM_HOLDER,
    /** Shared if it is opened from a method {@code accept} of {@code lib.Holder}. */
    SHARED_FROM_METHOD,
    /** Shared if it is opened from another method of {@code lib.Holder}. */
    SHARED_FROM_OTHER_METHOD
  }

  private static final Value SELF = new Value(Value.Start.SELF, "", List.of());
  private static final Value RESULT = new Value(Value.Start.RESULT, "", List.of());

  private final Tracking run;
  private final String name;
  private final TrackedType type;

  Kind(Tracking run, Role role, String name, List<Trait> traits) {
    this.run = run;
    this.name = name;
    Point open =
        traits.contains(Trait.MADE_BY_FACTORY)
            ? new Point("acme/Http", "create", Event.OPEN, RESULT, Meaning.NOTHING, null, false)
            : point(Event.OPEN, Meaning.NOTHING);
    List<Point> points = new ArrayList<>(List.of(open));
    if (!traits.contains(Trait.USED_UNSEEN)) {
      points.add(point(Event.USE, Meaning.TARGET));
    }
    points.add(closing("close", Event.CLOSING));
    points.add(closing(traits.contains(Trait.CLOSED_LATER) ? "onClosed" : "close", Event.CLOSED));
    if (traits.contains(Trait.FAILS_IN_SIGHT)) {
      points.add(closing("close", Event.CLOSE_THREW));
    }
    ResourceType described =
        new ResourceType(
            "Acme", name, "acme.Http", role, Contract.SHOULD, "Why.", "Do.", List.of("acme."));
    Rule rule =
        new Rule(
            described,
            traits.contains(Trait.CLOSED_BY_ITS_PART),
            traits.contains(Trait.USABLE_AFTER_CLOSE),
            traits.contains(Trait.OF_APPLICATION),
            sharedFrom(traits),
            points);
    this.type = new TrackedType(rule, run.ledger);
  }

  private static Point closing(String method, Event event) {
    return new Point("acme/Http", method, event, SELF, Meaning.NOTHING, null, false);
  }

  private static List<String> sharedFrom(List<Trait> traits) {
    if (traits.contains(Trait.SHARED_FROM_HOLDER)) {
      return List.of("lib.Holder");
    }
    if (traits.contains(Trait.SHARED_FROM_METHOD)) {
      return List.of("lib.Holder.accept");
    }
    return traits.contains(Trait.SHARED_FROM_OTHER_METHOD)
        ? List.of("lib.Holder.other")
        : List.of();
  }

  TrackedType type() {
    return type;
  }

  /** Opens a new resource that is not collected during the test. */
  Object opened() {
    Object resource = run.kept();
    opens(resource);
    return resource;
  }

  /** Opens a new resource that nothing else keeps alive. */
  Object openedForNobody() {
    Object resource = new Object();
    opens(resource);
    return resource;
  }

  void opens(Object resource) {
    tell(Event.OPEN, Meaning.NOTHING, resource, null);
  }

  /** Makes one that is not open before it is used. */
  void makesUnused(Object resource) {
    tell(Event.OPEN, Meaning.UNUSED, resource, resource);
  }

  void opensWithPart(Object resource, Object part) {
    tell(Event.OPEN, Meaning.PART, resource, part);
  }

  void opensIfOf(Object resource, String className) {
    tell(Event.OPEN, Meaning.CLASS, resource, className);
  }

  void opensOwnedBy(Object resource, Object owner) {
    tell(Event.OPEN, Meaning.OWNER, resource, owner);
  }

  /** Opens a resource unless its close would close nothing. */
  void opensUnlessExempt(Object resource, Object duties) {
    tell(Event.EXEMPT, Meaning.DUTIES, resource, duties);
    opens(resource);
  }

  /** A part of an open resource comes to light. */
  void owns(Object resource, Object part) {
    tell(Event.OWNING, Meaning.PART, resource, part);
  }

  /** What {@code inside} does opens inside the resource of this kind that it opens as well. */
  void makes(Runnable inside) {
    tell(Event.ENTERED, Meaning.NOTHING, "build", null);
    inside.run();
    tell(Event.LEFT, Meaning.NOTHING, "build", null);
  }

  /** What {@code inside} does opens inside a resource that is open already. */
  void makesFor(Object owner, Runnable inside) {
    tell(Event.ENTERED, Meaning.NOTHING, "init", null);
    inside.run();
    tell(Event.LEFT, Meaning.OWNER, "init", owner);
  }

  /** What {@code inside} hands out goes by the name of this kind. */
  void names(Runnable inside) {
    tell(Event.ENTERED, Meaning.NAME, "invoke", null);
    inside.run();
    tell(Event.LEFT, Meaning.NAME, "invoke", null);
  }

  /** Opens a resource for what asked before, which may be the resource itself. */
  void opensFor(Object resource, Object asker) {
    tell(Event.OPEN, Meaning.ASKER, resource, asker);
  }

  /** What {@code inside} does opens for an object that another thread asked with. */
  void makesAskedBy(Object asker, Runnable inside) {
    tell(Event.ENTERED, Meaning.ASKER, "work", asker);
    inside.run();
    tell(Event.LEFT, Meaning.NOTHING, "work", null);
  }

  void asks(Object asker) {
    tell(Event.ASKING, Meaning.NOTHING, asker, null);
  }

  /** A factory that throws after {@code inside}. */
  void fails(Runnable inside) {
    tell(Event.ENTERED, Meaning.NOTHING, "build", null);
    inside.run();
    tell(Event.FAILED, Meaning.NOTHING, "build", null);
  }

  void drains(Object resource) {
    tell(Event.DRAINED, Meaning.NOTHING, resource, null);
  }

  /** Opens a resource unless the flag is there and not false. */
  void opensUnlessWaived(Object resource, Object waiver) {
    tell(Event.EXEMPT, Meaning.WAIVER, resource, waiver);
    opens(resource);
  }

  void reopens(Object resource) {
    tell(Event.REOPEN, Meaning.NOTHING, resource, null);
  }

  void reopensOwnedBy(Object resource, Object owner) {
    tell(Event.REOPEN, Meaning.OWNER, resource, owner);
  }

  void beginsClose(Object resource) {
    tell(Event.CLOSING, Meaning.NOTHING, resource, null);
  }

  void endsClose(Object resource) {
    tell(Event.CLOSED, Meaning.NOTHING, resource, null);
  }

  void failsToClose(Object resource, Throwable exception) {
    beginsClose(resource);
    tell(Event.CLOSE_THREW, Meaning.EXCEPTION, resource, exception);
  }

  /** Closes something of this kind that, as it is set up, leaves another resource open. */
  void closesInVain(Object closed, Object left) {
    tell(Event.CLOSED_IN_VAIN, Meaning.LEFT_OPEN, closed, left);
  }

  void closes(Object resource) {
    beginsClose(resource);
    endsClose(resource);
  }

  /** The end has come for a resource, with something of it left or not. */
  void closesWithout(Object resource, Object rest) {
    tell(Event.EMPTIED, Meaning.DUTIES, resource, rest);
  }

  void uses(Object resource) {
    uses(resource, null);
  }

  void uses(Object resource, Object target) {
    tell(Event.USE, Meaning.TARGET, resource, target);
  }

  void usesHost(Object resource, Object host) {
    tell(Event.USE, Meaning.HOST, resource, host);
  }

  /** What happened at the one place where resources of this kind were opened. */
  Ledger.Counts counts() {
    assertThat(sites(false)).hasSize(1);
    return sites(false).get(0).counts();
  }

  /** The places where they were opened, or closed. */
  List<Ledger.Site> sites(boolean closing) {
    List<Ledger.Site> sites = new ArrayList<>();
    for (Ledger.Site site : run.ledger.read().sites()) {
      if (site.type().name().equals(name)
          && site.kind() == (closing ? SiteKind.CLOSING : SiteKind.OPENING)) {
        sites.add(site);
      }
    }
    return sites;
  }

  /** Those that are open, or whose close has begun. */
  List<Ledger.Live> live() {
    List<Integer> places = sites(false).stream().map(Ledger.Site::number).toList();
    return run.live().stream().filter(live -> places.contains(live.site())).toList();
  }

  private void tell(Event event, Meaning meaning, Object resource, Object argument) {
    new Probe(run.tracker, type, point(event, meaning)).accept(resource, argument);
  }

  private static Point point(Event event, Meaning meaning) {
    return new Point("acme/Http", "<init>", event, SELF, meaning, null, false);
  }
}
