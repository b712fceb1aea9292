/**
 * Who opened what, where and when, and what became of it. Enter at {@link
 * dev.ajar.agent.track.Tracker}; woven code arrives at {@link dev.ajar.agent.track.Probe}.
 *
 * <p>The one rule: keeps nothing of the application alive. Objects are held weakly, classes and
 * stacks as text.
 */
@NullMarked
package dev.ajar.agent.track;

import org.jspecify.annotations.NullMarked;
