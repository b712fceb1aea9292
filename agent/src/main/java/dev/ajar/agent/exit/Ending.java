package dev.ajar.agent.exit;

/** How the JVM came to its end, as the thread tells that runs the end. */
final class Ending {

  private static final String SIGNAL = " handler";

  static String of(Thread thread) {
    String name = thread.getName();
    if (name.equals("DestroyJavaVM")) {
      return "last thread done"; // main may have thrown; the JVM does not tell
    }
    if (name.startsWith("SIG") && name.endsWith(SIGNAL)) {
      return name.substring(0, name.length() - SIGNAL.length());
    }
    return "System.exit on thread \"" + name + "\"";
  }

  private Ending() {}
}
