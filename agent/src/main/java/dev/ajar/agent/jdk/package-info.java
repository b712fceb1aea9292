/**
 * The few things that only the JDK's own packages can do, done from a throw-away class loader so
 * that neither the application nor the agent gains access to them. Enter at {@link
 * dev.ajar.agent.jdk.JdkAccess}.
 *
 * <p>The one rule: uses the JDK only, and each thing can be refused.
 */
@NullMarked
package dev.ajar.agent.jdk;

import org.jspecify.annotations.NullMarked;
