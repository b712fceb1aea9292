package dev.ajar.report;

/**
 * The traces in which unclosed resources of one place were opened, as the application's own tracing
 * calls them: where to look on.
 *
 * @param first of the first known
 * @param last of the last known, maybe the same
 */
public record Traces(String first, String last) {}
