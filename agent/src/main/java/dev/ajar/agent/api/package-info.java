/**
 * Answers what the application says and asks through {@code dev.ajar.api.Ajar}. Enter at {@link
 * dev.ajar.agent.api.ApiProbe}.
 *
 * <p>The one rule: does not link to that class, which the application brings, and speaks JDK types.
 */
@NullMarked
package dev.ajar.agent.api;

import org.jspecify.annotations.NullMarked;
