package dev.ajar.report;

import org.jspecify.annotations.Nullable;

/**
 * What proves a finding beyond the counts that every place has; nothing for the family {@code
 * unclosed}.
 *
 * @param churn how short the lives were, for {@link Kind#CHURN}
 */
record Evidence(@Nullable Churn churn) {

  static final Evidence NONE = new Evidence(null);

  static Evidence of(Churn churn) {
    return new Evidence(churn);
  }
}
