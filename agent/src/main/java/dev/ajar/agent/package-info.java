/**
 * The agent. Enter at {@link dev.ajar.agent.Agent}, which wires everything in reading order.
 *
 * <p>The one rule: nothing uses this package.
 */
@NullMarked
package dev.ajar.agent;

import org.jspecify.annotations.NullMarked;
