package dev.ajar.report;

import dev.ajar.ledger.Contract;
import dev.ajar.ledger.ResourceType;
import dev.ajar.ledger.Role;
import org.jspecify.annotations.Nullable;

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

  private static final String LATE_USE =
      "Let who made it close it, once, when its last user is done: mostly at shutdown. Who is handed"
          + " a shared one must not close it, nor put it into try-with-resources.";

  private static final String THREW =
      "Look at the exception, which says why, and do not swallow it: what the close did not get to is"
          + " still open.";

  private static final String IN_VAIN =
      "Close it where it was made, after the last of those that use it: they leave open what is shared"
          + " or was given to them.";

  private static final String UNFINISHED =
      "See in a thread dump what it waits for. Mostly these are requests that still run, and responses"
          + " that nobody reads or closes: end those first, or limit the wait.";

  /**
   * The remedy.
   *
   * @param cause the library that made them, null if the application did
   */
  static String of(Kind kind, ResourceType type, Evidence evidence, @Nullable Cause cause) {
    FailedClose failed = evidence.failedClose();
    return switch (kind) {
      case OPEN, ABANDONED -> ofOpen(type, cause);
      case PARTIAL ->
          FORGETFUL.concat(
              type.role() == Role.HANDOUT
                  ? ". ".concat(type.remedy())
                  : ": close it in a finally block, or where the type allows, with"
                      + " try-with-resources.");
      case CHURN -> ofChurn(type);
      case CLOSE_FAILED -> failed == null ? type.remedy() : ofFailed(failed);
      case USED_AFTER_CLOSE -> LATE_USE;
    };
  }

  /** What a library made for itself is its own to close, and the application's object is it. */
  private static String ofOpen(ResourceType type, @Nullable Cause cause) {
    return cause == null || type.role() != Role.CLIENT
        ? type.remedy()
        : "Share the object of "
            .concat(cause.jar())
            .concat(
                " that made it, and close that object at shutdown if it has a close; or, if it takes"
                    + " a client of yours, give it one that is shared.");
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

  private static String ofFailed(FailedClose failed) {
    StringBuilder remedy = new StringBuilder();
    if (failed.threw() > 0) {
      remedy.append(THREW);
    }
    if (failed.inVain() > 0) {
      remedy.append(remedy.length() > 0 ? " " : "").append(IN_VAIN);
    }
    if (failed.unfinished() > 0) {
      remedy.append(remedy.length() > 0 ? " " : "").append(UNFINISHED);
    }
    return remedy.toString();
  }

  private Remedies() {}
}
