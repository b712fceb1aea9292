/**
 * What Ajar costs, against no agent, an empty agent and peers: JMH for an open and its close, whole
 * processes for the start. The results stand in {@code docs/cost.md}.
 */
@NullMarked
package dev.ajar.benchmarks;

import org.jspecify.annotations.NullMarked;
