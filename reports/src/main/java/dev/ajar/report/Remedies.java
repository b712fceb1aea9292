package dev.ajar.report;

import dev.ajar.ledger.ResourceType;

/** What to do about a finding, for each kind and type. */
final class Remedies {

  static String of(Kind kind, ResourceType type) {
    return switch (kind) {
      case OPEN, ABANDONED, CLOSE_FAILED, USED_AFTER_CLOSE -> type.remedy();
      case PARTIAL ->
          "Most are closed here, so some way out of the code goes past the close(), such as an"
              + " exception or an early return: close in a finally block. ".concat(type.remedy());
      case CHURN ->
          "Make one "
              .concat(type.name())
              .concat(" for the application's life, let all calls share")
              .concat(" it, and close it at shutdown only.");
    };
  }

  private Remedies() {}
}
