package dev.ajar.report;

import dev.ajar.ledger.ResourceType;

/** What to do about a finding, for each kind and type. */
final class Remedies {

  static String of(Kind kind, ResourceType type) {
    return switch (kind) {
      case OPEN, ABANDONED, PARTIAL, CHURN, CLOSE_FAILED, USED_AFTER_CLOSE -> type.remedy();
    };
  }

  private Remedies() {}
}
