package dev.ajar.report;

import org.jspecify.annotations.Nullable;

/** What there is to say while threads of clients keep a process from ending. */
public final class HangLine {

  /** One line, or null if the report does not know of such clients. */
  public static @Nullable String of(Report report, TextStyle style) {
    ProcessHolds holds = report.holds();
    ProcessHolds.Hang hang = holds == null ? null : holds.hang();
    if (hang == null || hang.by().isEmpty()) {
      return null;
    }
    StringBuilder line =
        new StringBuilder(
            "main has ended, and only threads of HTTP clients keep this JVM from ending");
    return HoldsLines.by(line, hang, style).toString();
  }

  private HangLine() {}
}
