/**
 * The report: what a ledger says about resources that were opened and not closed, as records, as
 * text and as JSON. Enter at {@link dev.ajar.report.Report#of}; the result is described in {@code
 * docs/report-format.md}.
 *
 * <p>The one rule: a verdict is made from the ledger's facts alone, so that it is the same in the
 * JVM that ends and outside of it. This code runs once, cold, in a shutdown hook: no lambda,
 * stream, regular expression, formatter or logger, and no library but the ledger and jackson-core.
 */
@NullMarked
package dev.ajar.report;

import org.jspecify.annotations.NullMarked;
