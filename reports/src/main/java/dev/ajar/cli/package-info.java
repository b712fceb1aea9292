/**
 * The command {@code ajar-reports}: shows what was reported, and makes reports of ledgers. Enter at
 * {@link dev.ajar.cli.AjarReports}.
 *
 * <p>The one rule: it reads files that others wrote, so nothing of them is trusted: an input that
 * is no report is one clear line, never a stack trace, and nothing is shown that could steer a
 * terminal.
 */
@NullMarked
package dev.ajar.cli;

import org.jspecify.annotations.NullMarked;
