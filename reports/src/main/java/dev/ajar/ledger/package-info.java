/**
 * The ledger: one bounded file (or the same on heap buffers) that holds what was opened, where, and
 * what became of it. Enter at {@link dev.ajar.ledger.LedgerWriter} to write and at {@link
 * dev.ajar.ledger.LedgerReader} to read; the format is described in {@code docs/ledger-format.md}.
 *
 * <p>The one rule: nothing here knows what a fault is. It keeps facts; verdicts are made from them
 * elsewhere. Uses the JDK only.
 */
@NullMarked
package dev.ajar.ledger;

import org.jspecify.annotations.NullMarked;
