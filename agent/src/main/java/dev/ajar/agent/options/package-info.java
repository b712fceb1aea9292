/**
 * The options of the agent, from its arguments, system properties, environment variables and a
 * file.
 *
 * <p>Entry: {@link dev.ajar.agent.options.OptionsReader}. Rule: whatever is written there, reading
 * it never throws and never stops the rest; what is wrong becomes one line each. As this runs
 * before {@code main}, there is no lambda, regex, stream or {@code String.format} here, and where
 * nothing is set only the reader and its two results are loaded.
 */
@NullMarked
package dev.ajar.agent.options;

import org.jspecify.annotations.NullMarked;
