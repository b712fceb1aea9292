package dev.ajar.ledger;

import org.jspecify.annotations.Nullable;

/**
 * Where a class on a recorded stack came from.
 *
 * @param jar file name of its jar; null if it came from a directory
 * @param version as the jar's name tells, or null
 */
public record CodeSource(@Nullable String jar, @Nullable String version) {}
