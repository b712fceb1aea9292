package dev.ajar.report;

import org.jspecify.annotations.Nullable;

/**
 * What proves a finding beyond the counts that every place has; nothing for the family {@code
 * unclosed}.
 *
 * @param churn how short the lives were, for {@link Kind#CHURN}
 * @param failedClose what became of the closes, for {@link Kind#CLOSE_FAILED}
 * @param lateUse the uses, for {@link Kind#USED_AFTER_CLOSE}
 */
record Evidence(
    @Nullable Churn churn, @Nullable FailedClose failedClose, @Nullable LateUse lateUse) {

  static final Evidence NONE = new Evidence(null, null, null);

  static Evidence of(Churn churn) {
    return new Evidence(churn, null, null);
  }

  static Evidence of(FailedClose failedClose) {
    return new Evidence(null, failedClose, null);
  }

  static Evidence of(LateUse lateUse) {
    return new Evidence(null, null, lateUse);
  }
}
