package dev.ajar.ledger;

import org.jspecify.annotations.Nullable;

/**
 * A class that a rule met.
 *
 * @param library the rule's library
 * @param source the jar's file name, or the module's name for a class of the JDK
 * @param version the version, as the jar's name or the JDK tells; null if neither does
 * @param className binary name of the class
 * @param missing methods and fields that the rule names and the class has not, joined by commas;
 *     empty if none
 */
public record Coverage(
    String library, String source, @Nullable String version, String className, String missing) {}
