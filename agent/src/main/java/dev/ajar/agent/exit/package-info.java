/**
 * The end of the JVM: after the application's last shutdown hook, the report is made and written.
 * Enter at {@link dev.ajar.agent.exit.Exit}.
 *
 * <p>The one rule: a report is made from the ledger and from nothing else.
 */
@NullMarked
package dev.ajar.agent.exit;

import org.jspecify.annotations.NullMarked;
