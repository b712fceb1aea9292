/**
 * What Ajar writes into recordings of JDK Flight Recorder. Enter at {@link
 * dev.ajar.agent.jfr.Recordings}.
 *
 * <p>The one rule: loaded only once a recorder is there, and alone in using {@code jdk.jfr}, which
 * a run-time image may lack.
 */
@NullMarked
package dev.ajar.agent.jfr;

import org.jspecify.annotations.NullMarked;
