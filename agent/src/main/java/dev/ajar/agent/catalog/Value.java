package dev.ajar.agent.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * A value that woven code can reach without a branch: where it starts, and what to follow from
 * there.
 *
 * @param start the object, the method's result or a parameter
 * @param parameterType for a parameter, the internal name of its type; the first such counts
 * @param steps fields of the object, or methods that cannot return null. A class without the field
 *     is not woven there; that the method exists is not checked, as its class is not loaded yet: a
 *     rule names only methods that every version of the library has
 */
public record Value(Start start, String parameterType, List<Step> steps) {

  /** Where a value starts. */
  public enum Start {
    SELF,
    RESULT,
    PARAMETER
  }

  /**
   * From an object to something it holds.
   *
   * @param call whether {@code name} is a method without parameters rather than a field of the
   *     woven class
   * @param type the binary name of what it gives
   */
  public record Step(boolean call, String name, String type) {}

  static Value self() {
    return new Value(Start.SELF, "", List.of());
  }

  static Value result() {
    return new Value(Start.RESULT, "", List.of());
  }

  /** The first parameter of the given type, by binary name. */
  static Value parameter(String type) {
    return new Value(Start.PARAMETER, type.replace('.', '/'), List.of());
  }

  /** A field of the woven class's object. */
  static Value field(String name, String type) {
    return self().then(new Step(false, name, type));
  }

  /** What a method of this value returns, which must not be null. */
  Value call(String method, String type) {
    return then(new Step(true, method, type));
  }

  private Value then(Step step) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(step);
    return new Value(start, parameterType, List.copyOf(longer));
  }
}
