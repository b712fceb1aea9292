/**
 * What the process holds: threads, descriptors, sockets, pooled connections. Enter at {@link
 * dev.ajar.agent.hold.Holdings}.
 *
 * <p>The one rule: every look is bounded in time and size, changes nothing, and may fail.
 */
@NullMarked
package dev.ajar.agent.hold;

import org.jspecify.annotations.NullMarked;
