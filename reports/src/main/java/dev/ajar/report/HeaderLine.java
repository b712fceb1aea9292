package dev.ajar.report;

import org.jspecify.annotations.Nullable;

/** The first line: which run this is. */
final class HeaderLine {

  static StringBuilder of(Header header, TextStyle style) {
    StringBuilder line = new StringBuilder("Ajar");
    append(line, " ", header.ajar(), style);
    if (header.pid() != null) {
      line.append("  pid ").append(header.pid());
    }
    append(line, header.service() == null ? "" : "  ", header.service(), style);
    append(line, header.service() == null ? "  build " : " build ", header.build(), style);
    append(line, "  on ", header.host(), style);
    if (header.uptimeMillis() != null) {
      line.append("  up ");
      Figures.clock(line, header.uptimeMillis() / 1000);
    }
    line.append("  ");
    end(line, header, style);
    Moment asOf = header.asOf();
    if (asOf != null) {
      line.append(' ').append(asOf.date()).append(' ').append(asOf.clock()).append(" UTC");
    }
    return line;
  }

  /** When Ajar came into a running process, and what follows; null where it was there before. */
  static @Nullable StringBuilder attached(Header header) {
    Moment attached = header.attached();
    if (attached == null) {
      return null;
    }
    StringBuilder line = new StringBuilder("Ajar came at ");
    WhenLine.time(line, attached, header.asOf());
    Moment started = header.started();
    if (started != null && started.millis() <= attached.millis()) {
      Figures.clock(line.append(", "), (attached.millis() - started.millis()) / 1000);
      line.append(" after the start");
    }
    return line.append("; what was opened before and not used since is unknown");
  }

  /** How the run ended, up to the word before the time. */
  private static void end(StringBuilder line, Header header, TextStyle style) {
    String how = header.endedBy();
    switch (header.nature()) {
      case SNAPSHOT ->
          line.append("snapshot of ")
              .append(header.hooks() == null ? "a running" : "an ending")
              .append(" process,");
      case RECOVERED -> line.append("recovered: it left no word of its end; last seen");
      case RECORDING -> {
        line.append("from recording, ");
        if (how == null) {
          line.append("up to");
        } else {
          ended(line, header, style);
        }
      }
      case EXIT -> ended(line, header, style);
    }
  }

  private static void ended(StringBuilder line, Header header, TextStyle style) {
    String how = header.endedBy();
    if (how == null) {
      line.append("ended,");
    } else {
      boolean by = how.startsWith("SIG") || how.startsWith("System.");
      line.append(by ? "ended by " : "ended: ").append(style.clean(how)).append(',');
    }
    if (header.hooks() != null) {
      HookLines.after(line, header.hooks());
    }
  }

  private static void append(
      StringBuilder line, String before, @Nullable String name, TextStyle style) {
    if (name != null) {
      line.append(before).append(style.clean(name));
    }
  }

  private HeaderLine() {}
}
