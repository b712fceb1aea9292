package dev.ajar.report;

import dev.ajar.ledger.Contract;
import dev.ajar.ledger.ResourceType;
import dev.ajar.ledger.Role;

/**
 * What to do about a finding, for each kind and type. Of what is shared, none says to close it
 * before its last user is done.
 */
final class Remedies {

  /** For the one client of a place, kept for the process's life. */
  static final String OF_SHARED =
      "It is kept and shared, as it should be: only its close at the application's shutdown is"
          + " missing.";

  private static final String FORGETFUL =
      "Some way out of this code goes past the close, such as an exception or an early return";

  static String of(Kind kind, ResourceType type) {
    return switch (kind) {
      case OPEN, ABANDONED, CLOSE_FAILED, USED_AFTER_CLOSE -> type.remedy();
      case PARTIAL ->
          FORGETFUL.concat(
              type.role() == Role.HANDOUT
                  ? ". ".concat(type.remedy())
                  : ": close it in a finally block, or where the type allows, with"
                      + " try-with-resources.");
      case CHURN -> ofChurn(type);
    };
  }

  /** What may be left open is not to be closed at all, and on some JDKs cannot be. */
  private static String ofChurn(ResourceType type) {
    String shared =
        "Make one "
            .concat(type.name())
            .concat(" for the application's life and let all calls share");
    return shared.concat(
        type.contract() == Contract.MAY
            ? " it; it need not be closed."
            : " it; close it at shutdown only.");
  }

  private Remedies() {}
}
