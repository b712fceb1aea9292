package dev.ajar.agent.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * A value that woven code can reach without a branch: where it starts, and what to follow from
 * there. A boolean is boxed.
 *
 * @param start the object, the method's result or exception, a parameter or a class's name
 * @param parameterType for a parameter, the internal name of its type, or {@code boolean}; the
 *     first such counts. For a class's name, that name
 * @param steps none from a result or an exception; fields of the object, or methods that cannot
 *     return null. A class without the field is not woven there; that the method exists is not
 *     checked, as its class is not loaded yet: a rule names only methods that every version of the
 *     library has
 */
public record Value(Start start, String parameterType, List<Step> steps) {

  /** The one type that is no class. */
  public static final String BOOLEAN = "boolean";

  /** Where a value starts. */
  public enum Start {
    SELF,
    RESULT,
    /** The exception that leaves the method. */
    THROWN,
    PARAMETER,
    /** No object: a method's name stands for it. */
    NOTHING,
    /** The binary name of a class. */
    CLASS_NAME
  }

  /**
   * From an object to something it holds.
   *
   * @param how whether {@code name} is a field of the woven class, or a method without parameters
   * @param type the binary name of what it gives, or {@code boolean}
   */
  public record Step(How how, String name, String type) {

    /** The type as class files write it. */
    public String descriptor() {
      return type.equals(BOOLEAN) ? "Z" : "L" + type.replace('.', '/') + ";";
    }
  }

  /** How a step is made. */
  public enum How {
    FIELD,
    CALL,
    /** A call of an interface's method. */
    INTERFACE_CALL
  }

  static Value self() {
    return new Value(Start.SELF, "", List.of());
  }

  static Value result() {
    return new Value(Start.RESULT, "", List.of());
  }

  static Value thrown() {
    return new Value(Start.THROWN, "", List.of());
  }

  /** No object, for a static method that no other value is known in. */
  static Value nothing() {
    return new Value(Start.NOTHING, "", List.of());
  }

  static Value className(String binaryName) {
    return new Value(Start.CLASS_NAME, binaryName.replace('.', '/'), List.of());
  }

  /** The first parameter of the given type, by binary name or {@code boolean}. */
  static Value parameter(String type) {
    return new Value(Start.PARAMETER, type.replace('.', '/'), List.of());
  }

  /** A field of the woven class's object. */
  static Value field(String name, String type) {
    return self().then(new Step(How.FIELD, name, type));
  }

  /** What a method of this value returns, which must not be null. */
  Value call(String method, String type) {
    return then(new Step(How.CALL, method, type));
  }

  /** What a method of this value, whose type is an interface, returns; it must not be null. */
  Value callInterface(String method, String type) {
    return then(new Step(How.INTERFACE_CALL, method, type));
  }

  /** The same value in a copy of the library under other package names. */
  Value moved(Relocation relocation) {
    List<Step> moved = new ArrayList<>();
    for (Step step : steps) {
      moved.add(new Step(step.how(), step.name(), relocation.binaryName(step.type())));
    }
    return new Value(start, relocation.internalName(parameterType), List.copyOf(moved));
  }

  private Value then(Step step) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(step);
    return new Value(start, parameterType, List.copyOf(longer));
  }
}
