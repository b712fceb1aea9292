package dev.ajar.report;

import org.jspecify.annotations.Nullable;

/**
 * One question that is put to each place of a run, such as whether something was left open there.
 * Each judge answers for one family of kinds, so that a place has at most one finding of a family.
 */
interface Judge {

  /** What there is to say of a place, or null if it is nothing. */
  @Nullable FindingDraft judge(Place place);
}
