package dev.ajar.agent;

import dev.ajar.agent.catalog.OwnClasses;
import dev.ajar.agent.exit.Stderr;
import dev.ajar.agent.weave.LoadedTargets;
import dev.ajar.agent.weave.Transformer;
import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/** Starts Ajar in a JVM. Whatever goes wrong here, the application starts. */
public final class Agent {

  private static boolean started;
  private static @Nullable Watch watch;

  /** Called by the JVM before {@code main}, for {@code -javaagent:ajar.jar=arguments}. */
  public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
    String said = start(arguments, instrumentation, true);
    if (said != null) {
      Stderr.line(said);
    }
  }

  /**
   * Called by the JVM when the agent is loaded into a running one: to start there, or with {@code
   * dump} as argument, to say how things stand.
   */
  public static void agentmain(@Nullable String arguments, Instrumentation instrumentation) {
    try {
      Arrival.come(arguments, instrumentation);
    } catch (Throwable e) {
      Stderr.line("cannot do what it was loaded for: " + e);
    }
  }

  /** What watches this JVM; null if nothing does. */
  static synchronized @Nullable Watch watch() {
    return watch;
  }

  static synchronized boolean started() {
    return started;
  }

  /**
   * Starts Ajar, once.
   *
   * @return what to say of it, null for nothing
   */
  static synchronized @Nullable String start(
      @Nullable String arguments, Instrumentation instrumentation, boolean beforeMain) {
    if (started) { // by JAVA_TOOL_OPTIONS and on the command line, mostly
      return "is in this JVM already; its second start is ignored, with its options";
    }
    started = true;
    try {
      long main = beforeMain ? mainThread() : Watch.LATE;
      Watch starting = new Watch(instrumentation, arguments, main);
      OwnClasses own = null;
      if (arguments != null || mayHaveToBeReadNow()) {
        own = starting.ownClasses();
        starting.prepareExit();
      }
      Transformer transformer = new Transformer(starting, own, starting);
      instrumentation.addTransformer(transformer, true);
      LoadedTargets.weave(instrumentation, transformer, starting);
      watch = starting;
      return null;
    } catch (Throwable e) { // an agent that throws here takes the JVM down with it
      return "cannot start and is off: " + e;
    }
  }

  // Only these options have to be read before the first class loads.
  private static boolean mayHaveToBeReadNow() {
    return isSet("ajar.track", "AJAR_TRACK")
        || isSet("ajar.rules", "AJAR_RULES")
        || isSet("ajar.exit-code", "AJAR_EXIT_CODE")
        || isSet("ajar.config", "AJAR_CONFIG");
  }

  @SuppressWarnings("deprecation") // threadId() came with 19
  private static long mainThread() {
    return Thread.currentThread().getId();
  }

  private static boolean isSet(String property, String variable) {
    return System.getProperty(property) != null || System.getenv(variable) != null;
  }

  private Agent() {}
}
