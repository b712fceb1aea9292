package dev.ajar.agent.track;

import dev.ajar.agent.catalog.Point;
import dev.ajar.agent.catalog.Point.Event;
import dev.ajar.agent.catalog.Point.Meaning;
import dev.ajar.agent.catalog.Rule;
import dev.ajar.agent.catalog.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The classes of the objects that a rule's openings make, so that one whose opening was not seen is
 * known from a wrapper of it. Remembers the answer with each class, and keeps none alive.
 */
final class Openings extends ClassValue<Boolean> {

  private final Set<String> classes = new HashSet<>();
  private final Set<String> exactly = new HashSet<>();
  private boolean maySpare;

  private Openings() {}

  static Openings of(Rule rule) {
    Openings openings = new Openings();
    openings.maySpare = !rule.sharedFrom().isEmpty();
    for (Point point : rule.points()) {
      openings.add(point, rule);
    }
    return openings;
  }

  /** Whether some of these are exempt, or shared by the whole JVM. */
  boolean maySpare() {
    return maySpare;
  }

  @Override
  protected Boolean computeValue(Class<?> type) {
    return exactly.isEmpty() ? isAmong(type) : exactly.contains(type.getName());
  }

  private void add(Point point, Rule rule) {
    maySpare |= point.event() == Event.EXEMPT;
    if (point.event() != Event.OPEN && point.event() != Event.REOPEN) {
      return;
    }
    Value argument = point.argument();
    if (point.meaning() == Meaning.CLASS && argument != null) {
      exactly.add(argument.parameterType().replace('/', '.'));
    }
    if (point.subject().start() == Value.Start.RESULT) { // of whatever class: its methods tell
      for (Point other : rule.points()) {
        if (other.event() == Event.CLOSING || other.event() == Event.USE) {
          add(other.subject(), other.className());
        }
      }
    }
    add(point.subject(), point.className());
  }

  private void add(Value subject, String className) {
    List<Value.Step> steps = subject.steps();
    if (!steps.isEmpty()) {
      classes.add(steps.get(steps.size() - 1).type());
    } else if (subject.start() == Value.Start.SELF) {
      classes.add(className.replace('/', '.'));
    } else if (subject.start() == Value.Start.PARAMETER) {
      classes.add(subject.parameterType().replace('/', '.'));
    }
  }

  private boolean isAmong(@Nullable Class<?> type) {
    if (type == null) {
      return false;
    }
    if (classes.contains(type.getName()) || isAmong(type.getSuperclass())) {
      return true;
    }
    for (Class<?> implemented : type.getInterfaces()) {
      if (isAmong(implemented)) {
        return true;
      }
    }
    return false;
  }
}
