package dev.ajar.report;

/**
 * What was opened after the last mark that the application set.
 *
 * @param name of the mark
 * @param opened how many of those that are still open
 */
public record SinceMark(String name, Moment at, long opened) {}
