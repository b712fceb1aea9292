/**
 * Runs programs in JVMs of their own, with the built agent in them, on every JDK found. Enter at
 * {@link dev.ajar.agent.fork.Fork}.
 */
package dev.ajar.agent.fork;
