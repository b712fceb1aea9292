package dev.ajar.report;

import dev.ajar.ledger.ResourceType;

/** What to do about a finding, for each kind and type. */
final class Remedies {

  private static final String LATE_USE =
      "Let only its owner close it, when its last user is done: whoever made it, or the framework at"
          + " shutdown. Who is handed a shared one must not close it, nor use it in"
          + " try-with-resources.";

  private static final String THREW =
      "Look at the exception, which says why, and do not swallow it: what the close had not come to is"
          + " open still. Call close() again once the reason is gone.";

  private static final String IN_VAIN =
      "Whoever made it has to close it itself, after the last of those that use it: closing these does"
          + " not, as they were told that it is shared, or were given it.";

  private static final String UNFINISHED =
      "See in a thread dump what it waits for. Mostly these are requests that still run, and responses"
          + " that nobody reads or closes: end those first, or limit the wait.";

  static String of(Kind kind, ResourceType type, Evidence evidence) {
    FailedClose failed = evidence.failedClose();
    if (failed != null) {
      return of(failed);
    }
    return switch (kind) {
      case USED_AFTER_CLOSE -> LATE_USE;
      case OPEN, ABANDONED, CLOSE_FAILED -> type.remedy();
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

  private static String of(FailedClose failed) {
    StringBuilder remedy = new StringBuilder();
    if (failed.threw() > 0) {
      remedy.append(THREW);
    }
    if (failed.inVain() > 0) {
      remedy.append(remedy.length() > 0 ? " " : "");
      remedy.append(IN_VAIN);
    }
    if (failed.unfinished() > 0) {
      remedy.append(remedy.length() > 0 ? " " : "").append(UNFINISHED);
    }
    return remedy.toString();
  }

  private Remedies() {}
}
