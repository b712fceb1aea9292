package dev.ajar.report;

import org.jspecify.annotations.Nullable;

/**
 * A line of the file of suppressions, and what it did.
 *
 * @param line its number in the file, from 1
 * @param pattern what it hides, such as {@code site:7c1e9a02b4d1}
 * @param reason why
 * @param until the last day, in UTC, that it holds, as in {@code 2027-01-31}; null for no end
 * @param expired whether the run ended after that day, so that it hides nothing
 * @param matched how many findings it matches
 * @param resources how many resources these are about
 */
public record Suppression(
    int line,
    String pattern,
    String reason,
    @Nullable String until,
    boolean expired,
    int matched,
    long resources) {}
