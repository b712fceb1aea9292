package dev.ajar.agent.exit;

import dev.ajar.agent.jdk.PendingStatus;
import dev.ajar.report.Report;
import dev.ajar.report.Severity;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The status that a JVM with findings ends with, where the user asks for one. It takes the place of
 * a 0 that is certain, and of nothing else.
 */
public final class ExitCode {

  private final int code;
  private final Severity failOn;
  private final IntSupplier pending;
  private final @Nullable IntSupplier ofMain;
  private final Runnable behind;

  /**
   * @param code 1 to 255
   * @param failOn the least severity that counts
   * @param pending as {@link PendingStatus}
   * @param ofMain as {@link MainThread}; null if it cannot be told
   * @param behind what was to run after this, and would not
   */
  public ExitCode(
      int code,
      Severity failOn,
      IntSupplier pending,
      @Nullable IntSupplier ofMain,
      Runnable behind) {
    this.code = code;
    this.failOn = failOn;
    this.pending = pending;
    this.ofMain = ofMain;
    this.behind = behind;
  }

  /**
   * Ends the JVM with this status if the report asks for it and the JVM would end with 0. Returns
   * otherwise.
   *
   * @param last whether nothing of the application is to run any more
   */
  void apply(Report report, boolean last) {
    int failing = report.failing(failOn);
    if (failing == 0) {
      return;
    }
    String findings = failing + (failing == 1 ? " finding" : " findings");
    int status = last ? pending() : PendingStatus.UNKNOWN;
    if (status == PendingStatus.UNKNOWN) {
      String reason =
          last ? "this JVM does not tell whether it is 0" : "hooks of the application still run";
      Stderr.line("the exit status stays as it is, despite " + findings + ": " + reason);
    } else if (status == 0) {
      Stderr.line(
          "exit status "
              + code
              + " in the place of 0: "
              + findings
              + " (fail-on="
              + failOn.word()
              + ")");
      behind.run();
      Runtime.getRuntime().halt(code);
    }
  }

  private int pending() {
    int status = pending.getAsInt();
    if (status != PendingStatus.LAUNCHER) {
      return status;
    }
    return ofMain == null ? PendingStatus.UNKNOWN : ofMain.getAsInt();
  }
}
