package dev.ajar.report;

/**
 * A name that the application gave to what a thread did, and what was opened meanwhile.
 *
 * @param name as it was given; scopes within each other are joined by slashes
 * @param opened how many were opened
 * @param unclosed how many of them have no close that has begun, and did not go with their owner
 */
public record Scope(String name, long opened, long unclosed) {}
