package dev.ajar.agent.options;

import java.util.List;
import java.util.Map;

/**
 * What reading the options came to.
 *
 * @param options the options to go by
 * @param values the option's name and its value, for each that is not at its default, in the order
 *     of the help
 * @param sources where each of {@code values} was set, such as {@code -Dajar.depth} or {@code
 *     ajar.conf:3}; same names, same order
 * @param problems what was wrong, one line each, without line breaks
 */
public record Reading(
    Options options,
    Map<String, String> values,
    Map<String, String> sources,
    List<String> problems) {}
