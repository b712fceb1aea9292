package dev.ajar.report;

/** The shutdown hooks in words. */
final class HookLines {

  /** Behind what ended the run, such as {@code after 3 shutdown hooks (120 ms)}. */
  static void after(StringBuilder line, ShutdownHooks hooks) {
    line.append(" after ");
    count(line, hooks.count());
    if (hooks.millis() != null) {
      line.append(" (");
      Figures.duration(line, hooks.millis());
      line.append(')');
    }
    line.append(',');
  }

  /** That they did not end in time, if so. */
  static void write(ShutdownHooks hooks, Page page, TextStyle style) {
    Long waited = hooks.waitedMillis();
    if (waited == null) {
      return;
    }
    StringBuilder line = new StringBuilder(Figures.grouped(hooks.hanging())).append(" of ");
    count(line, hooks.count());
    line.append(" had not ended after ");
    Figures.duration(line, waited);
    if (hooks.millis() != null) {
      page.footer("hooks", line.append("; a snapshot did not wait, this report did"));
      return;
    }
    page.footer(
        "hooks", line.append(", so this does not wait; what they close is still open here"));
    for (ShutdownHooks.Hanging hook : hooks.threads()) {
      page.footer("", hanging(hook, style));
    }
    if (hooks.hanging() > hooks.threads().size()) {
      long more = hooks.hanging() - hooks.threads().size();
      page.footer("", "and ".concat(Figures.grouped(more)).concat(" more"));
    }
  }

  private static StringBuilder hanging(ShutdownHooks.Hanging hook, TextStyle style) {
    StringBuilder line = new StringBuilder("\"").append(style.clean(hook.name())).append('"');
    if (hook.frames().isEmpty()) {
      return line;
    }
    String innermost = hook.frames().get(0);
    line.append(" in ").append(style.clean(innermost));
    for (String frame : hook.frames()) {
      if (!ofJdk(frame)) {
        if (!frame.equals(innermost)) {
          line.append(", called by ").append(style.clean(frame));
        }
        break;
      }
    }
    return line;
  }

  private static boolean ofJdk(String frame) {
    return frame.startsWith("java.") || frame.startsWith("jdk.");
  }

  private static void count(StringBuilder line, long count) {
    line.append(Figures.grouped(count)).append(" shutdown hook").append(count == 1 ? "" : "s");
  }

  private HookLines() {}
}
