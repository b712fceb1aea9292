package dev.ajar.agent.catalog;

import dev.ajar.agent.catalog.RuleBuilder.Family;
import dev.ajar.ledger.Contract;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Classes of the application's own that its user wants tracked, beside the catalogue: by name, or
 * as the subtypes of another. Blamed for an opening is who called the constructor.
 */
public final class OwnClasses {

  private static final Family FAMILY = RuleBuilder.family("own classes");

  private final List<Named> named = new ArrayList<>();
  private final List<Named> bases = new ArrayList<>();

  private record Named(String internalName, Library library) {}

  /**
   * Adds a class.
   *
   * @param className its binary name
   * @param subtypes whether all its subtypes are meant, and itself
   * @param closes names of the methods that close it
   */
  public void add(String className, boolean subtypes, List<String> closes) {
    RuleBuilder builder =
        FAMILY
            .client(Contract.SHOULD, className, className)
            .why("The options name it as something to be closed.")
            .remedy("Close it when it is no longer needed, or use try-with-resources.")
            .ofApplication()
            .in(subtypes ? "*" : className)
            .opensWhenConstructed()
            .wherePresent()
            .closes(closes.toArray(new String[0]));
    Rule rule = (subtypes ? builder.wherePresent() : builder).rule();
    (subtypes ? bases : named)
        .add(new Named(className.replace('.', '/'), Library.of("track", rule)));
  }

  /** The rules of a class of this name, with slashes, or null. */
  public @Nullable Library named(String internalName) {
    return find(named, internalName);
  }

  /** The rules of the subtypes of a class of this name, with slashes, or null. */
  public @Nullable Library subtypesOf(String internalName) {
    return find(bases, internalName);
  }

  /** Whether some are known by a supertype only. */
  public boolean haveBases() {
    return !bases.isEmpty();
  }

  private static @Nullable Library find(List<Named> list, String internalName) {
    for (Named each : list) {
      if (each.internalName.equals(internalName)) {
        return each.library;
      }
    }
    return null;
  }
}
