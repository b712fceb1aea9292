package dev.ajar.report;

/**
 * What became of the findings of a baseline.
 *
 * @param file the baseline's file as it was named
 * @param added how many findings of this run the baseline does not have
 * @param known how many it has
 * @param gone how many of its findings this run does not have
 */
public record Comparison(String file, int added, int known, int gone) {}
